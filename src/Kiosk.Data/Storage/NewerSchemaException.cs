namespace Kiosk.Data.Storage;

/// <summary>The archive was last used by a newer version of the program, which this one would damage.</summary>
public sealed class NewerSchemaException(int found, int known) : Exception(
    $"Dit archief heeft schema {found}, maar deze versie van de Kiosk kent alleen schema 1 tot en met {known}. "
    + "Start de nieuwere versie, of zet een back-up van vóór de upgrade terug. Er is niets veranderd.");

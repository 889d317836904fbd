using Kiosk.Data;

namespace Kiosk.Web.Editions;

/// <summary>Roles as words on the screen.</summary>
public static class RoleWords
{
    /// <summary><c>Ik ben schuldhulpverlener</c> and the like: what a reader chooses.</summary>
    public static string Label(WorkRole role) => role switch
    {
        WorkRole.Beleid => "Beleid",
        WorkRole.Bestuur => "Bestuur",
        _ => role.ToString(),
    };

    public static string Plural(WorkRole role) => role switch
    {
        WorkRole.Schuldhulpverlener => "schuldhulpverleners",
        WorkRole.Vrijwilliger => "vrijwilligers",
        WorkRole.Beleid => "beleidsmedewerkers",
        WorkRole.Bestuur => "bestuurders",
        _ => "bewindvoerders",
    };
}

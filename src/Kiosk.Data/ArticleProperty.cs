namespace Kiosk.Data;

/// <summary>A property of an article that a person may set. The Dutch words are the field's own; they stand so in the database.</summary>
public enum ArticleProperty
{
    Soort,
    Bewijs,
    Movisie,
    Fasen,
    Rollen,
    Geldigheid,
    Wetten,
    Gemeenten,
}

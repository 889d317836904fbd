namespace Kiosk.Data;

/// <summary>The levels at which Movisie's register of effective social interventions rates one, from low to high. The Dutch words are Movisie's own.</summary>
public enum MovisieLevel
{
    GoedBeschreven,
    GoedOnderbouwd,
    EersteAanwijzingen,
    GoedeAanwijzingen,
    SterkeAanwijzingen,
}

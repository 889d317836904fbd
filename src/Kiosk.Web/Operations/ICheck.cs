namespace Kiosk.Web.Operations;

/// <summary>Looks at one part of the kiosk.</summary>
public interface ICheck
{
    /// <param name="thorough">True reads everything through, which may take minutes; false takes a moment.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation);
}

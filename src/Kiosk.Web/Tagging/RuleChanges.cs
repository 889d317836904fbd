namespace Kiosk.Web.Tagging;

/// <summary>What applying a rule to the archive changes.</summary>
/// <param name="Adds">The articles that it matches and that do not have the topic yet, by id.</param>
/// <param name="Drops">Those that have it by a rule, and that this rule does not match.</param>
public sealed record RuleChanges(IReadOnlyCollection<long> Adds, IReadOnlyCollection<long> Drops);

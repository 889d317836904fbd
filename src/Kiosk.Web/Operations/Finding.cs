namespace Kiosk.Web.Operations;

/// <summary>What a check found, in Dutch.</summary>
/// <param name="Name">What was looked at, in a word or two.</param>
/// <param name="State">How it stands.</param>
/// <param name="Sentence">What is the case.</param>
/// <param name="Remedy">What to do; null where nothing needs doing.</param>
public sealed record Finding(string Name, FindingState State, string Sentence, string? Remedy = null)
{
    public static Finding Good(string name, string sentence) => new(name, FindingState.Good, sentence);

    public static Finding Note(string name, string sentence, string remedy) => new(name, FindingState.Note, sentence, remedy);

    public static Finding Bad(string name, string sentence, string remedy) => new(name, FindingState.Bad, sentence, remedy);
}

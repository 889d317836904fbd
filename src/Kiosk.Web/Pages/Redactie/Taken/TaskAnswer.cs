using Kiosk.Data.Editorial;
using Kiosk.Web.Citing;

namespace Kiosk.Web.Pages.Redactie.Taken;

/// <summary>What an editor says that she did about a task.</summary>
internal static class TaskAnswer
{
    /// <summary>On one line; false if that is empty or too long to be kept.</summary>
    public static bool TryRead(string? typed, out string answer)
    {
        answer = OneLine.Of(typed ?? "");
        return answer.Length is > 0 and <= TaskActs.LongestAnswer;
    }
}

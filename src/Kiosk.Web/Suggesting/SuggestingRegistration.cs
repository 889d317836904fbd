namespace Kiosk.Web.Suggesting;

public static class SuggestingRegistration
{
    /// <summary>The open door and what editors do with what comes in by it.</summary>
    public static IServiceCollection AddSuggesting(this IServiceCollection services) =>
        services.AddSingleton<OpenDoor>().AddSingleton<SuggestionDesk>().AddSingleton<SuggestionLetters>();
}

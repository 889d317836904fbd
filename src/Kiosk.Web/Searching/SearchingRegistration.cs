namespace Kiosk.Web.Searching;

public static class SearchingRegistration
{
    public static IServiceCollection AddSearching(this IServiceCollection services) =>
        services.AddSingleton<SearchWords>().AddSingleton<EditorsWords>().AddSingleton<SearchDiary>().AddSingleton<WordsTrial>();
}

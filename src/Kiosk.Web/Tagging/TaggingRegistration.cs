using Kiosk.Ingest.Archiving;
using Kiosk.Web.Editions;
using Kiosk.Web.Insight;

namespace Kiosk.Web.Tagging;

public static class TaggingRegistration
{
    public static IServiceCollection AddTagging(this IServiceCollection services) => services
        .AddSingleton<RuleTrial>().AddSingleton<LearnedTopics>().AddSingleton<TopicSuggestions>().AddSingleton<TopicSynonyms>()
        .AddSingleton<ReadCounter>().AddSingleton<ReplacementPost>().AddSingleton<PropertyBackfill>();
}

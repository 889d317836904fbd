using System.Collections.Frozen;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>The small words that running text cannot do without and menus can, in the languages of Europe (after jusText, Pomikálek 2011).</summary>
internal static class StopWords
{
    private static readonly string[] Languages =
    [
        "nl de het een en van in is dat die op te zijn met voor niet aan er om ook als maar bij door uit naar dan nog wel werd wordt worden heeft hebben had kan was over hij zij ze ik je we deze dit tot meer geen",
        "en the of and to in a is that it was for on are as with his they at be this from i have or by one had not but what all were when we there can an your which their has will would been more who no if out so said",
        "de der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man wir ich",
        "fr de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son elle aux ses ou mais comme nous cette être fait été leur ont deux même on d l qu n s c je vous",
        "es de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde ha han",
        "it di e il la che in a per un è del non sono da una con i le si della al come dei più nel alla gli ma anche ha delle lo se o nella questo su ci l",
        "pt de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já",
        "sv och i att det som en på är av för med den till inte har de ett om han var jag vi men från så kan när eller vid hade ska man",
        "da og i at det er en til på som de med for af den der ikke har et han var om vi men fra kan jeg også når eller blev ved skal",
        "pl i w na z do nie się że to jest o jak za od po ale przez oraz dla co jego tym był są jako tak już być może które",
        "cs a se na v je že to z s o do i ve pro za by jsem ale po jako jsou si od tak už když který",
        "fi ja on ei että se oli hän en mutta ovat myös kun kuin mukaan joka tai jos niin sen vain ole voi",
        "hu a az és hogy nem is egy ez meg azt volt csak de mint már ha van el még vagy ki minden",
        "ro de și în a la cu pe nu o care un că este din mai să pentru au fi se sunt al prin",
        "el και το να του η της ο με για που την από τα στο είναι των σε δεν θα τον τη οι στην",
        "ru и в не на что я с он как это по но из у за к от так же для бы до о его все был а",
        "tr ve bir bu da de için ile çok olarak daha olan gibi kadar sonra ne en ama o",
        "hr i u je se na da su za od s ne o što kao bi koji će iz ili ali",
    ];

    private static readonly FrozenSet<string> All = Languages.SelectMany(static line => line.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => word.Length <= 8 && Lookup.Contains(word);
}

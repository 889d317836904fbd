using System.Collections.Frozen;

namespace Kiosk.Ingest.Formats.Dates;

/// <summary>Names of months and days, folded (lower case, without accents), with every abbreviation that means one month only.</summary>
internal static class DateWords
{
    private const int ShortestMonth = 3;
    private const int ShortestWeekday = 2;

    private static readonly string[] MonthNames =
    [
        "januari februari maart april mei juni juli augustus september oktober november december",
        "january february march april may june july august september october november december",
        "januar februar marz april mai juni juli august september oktober november dezember",
        "janner feber maerz april mai juni juli august september oktober november dezember",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
        "januar februar marts april maj juni juli august september oktober november december",
        "januar februar mars april mai juni juli august september oktober november desember",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
        "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december",
        "ιανουαριος φεβρουαριος μαρτιος απριλιος μαιος ιουνιος ιουλιος αυγουστος σεπτεμβριος οκτωβριος νοεμβριος δεκεμβριος",
        "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου",
        "jan feb mrt apr mei jun jul aug sept okt nov dec",
        // These mean what they mean in English, whatever a month of another language begins with.
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "janv fevr mrz avr mai jun juil aou sep okt nov dez",
    ];

    private static readonly string[] WeekdayNames =
    [
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "monday tuesday wednesday thursday friday saturday sunday",
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lunes martes miercoles jueves viernes sabado domingo",
        "lunedi martedi mercoledi giovedi venerdi",
        "segunda terca quarta quinta sexta feira",
        "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        "mandag tisdag onsdag torsdag fredag lordag sondag",
        "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina",
        "poniedziałek wtorek sroda czwartek piatek pt sobota niedziela",
        "hetfo kedd szerda csutortok pentek szombat vasarnap",
        "δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη",
    ];

    private static readonly FrozenSet<string> Dutch =
        ("januari februari maart mrt mei augustus uur om maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
        + " ma di wo do vr za zo gepubliceerd geplaatst bijgewerkt datum").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Fillers =
        ("om uur u at de le a um uhr den der the of on op kl d del il el ore h t en"
        + " gepubliceerd geplaatst bijgewerkt datum updated published posted date").Split(' ').ToFrozenSet();

    private static readonly FrozenDictionary<string, int> Months = Abbreviations();

    private static readonly FrozenSet<string> Weekdays = WeekdayNames.SelectMany(line => line.Split(' '))
        .SelectMany(name => Enumerable.Range(ShortestWeekday, name.Length - ShortestWeekday + 1).Select(length => name[..length]))
        .ToFrozenSet();

    /// <summary>1 to 12, or 0 if the word is no month.</summary>
    public static int Month(string folded) => Months.GetValueOrDefault(folded);

    /// <summary>Words that a date may hold and that change nothing: weekdays (which are often wrong) and small words.</summary>
    public static bool IsNoise(string folded) => Weekdays.Contains(folded) || Fillers.Contains(folded);

    public static bool IsDutch(string folded) => Dutch.Contains(folded);

    private static FrozenDictionary<string, int> Abbreviations()
    {
        const int Ambiguous = -1;
        var found = new Dictionary<string, int>();
        var whole = MonthNames.SelectMany(line => line.Split(' ').Select((name, index) => (name, month: index + 1))).ToList();
        foreach (var (name, month) in whole)
            for (var length = ShortestMonth; length < name.Length; length++)
                found[name[..length]] = found.GetValueOrDefault(name[..length], month) == month ? month : Ambiguous;
        foreach (var (name, month) in whole)
            found[name] = month;
        return found.Where(entry => entry.Value != Ambiguous).ToFrozenDictionary();
    }
}

using System.Collections.Frozen;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The names of the months in the languages of the news, whole and short, in the forms that dates use.</summary>
internal static class MonthNames
{
    /// <summary>What is added to the number of a month of the Persian calendar.</summary>
    public const int Persian = 100;

    // A language a line, a month a word, bars between the forms of one month.
    private static readonly string[] Languages =
    [
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec",
        "januari februari|febr maart|mrt april mei juni juli augustus september oktober|okt november december",
        "januar|janner februar|feber marz|maerz|mrz april mai juni juli august september oktober november dezember|dez",
        "janvier|janv fevrier|fevr|fev mars avril|avr mai juin juillet|juil aout septembre octobre novembre decembre",
        "enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre|set octubre noviembre diciembre|dic",
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro|out novembro dezembro",
        "gennaio|genn|gen febbraio|febbr marzo aprile maggio|magg|mag giugno|giu luglio|lug agosto settembre|sett ottobre|ott novembre dicembre",
        "gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre",
        "xaneiro febreiro marzo abril maio xuno xullo agosto setembro outubro novembro decembro",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts april maj juni juli august september oktober november desember|des",
        "januar februar mars april mai juni juli agust september oktober november desember",
        "tammikuuta|tammikuu helmikuuta|helmikuu maaliskuuta|maaliskuu huhtikuuta|huhtikuu toukokuuta|toukokuu kesakuuta|kesakuu heinakuuta|heinakuu elokuuta|elokuu syyskuuta|syyskuu lokakuuta|lokakuu marraskuuta|marraskuu joulukuuta|joulukuu",
        "jaanuar veebruar marts aprill mai juuni juuli august september oktoober november detsember",
        "janvaris februaris marts aprilis maijs junijs julijs augusts septembris oktobris novembris decembris",
        "sausio vasario kovo balandzio geguzes birzelio liepos rugpjucio rugsejo spalio lapkricio gruodzio",
        "stycznia|styczen|sty lutego|luty|lut marca|marzec kwietnia|kwiecien|kwi maja czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpien|sie wrzesnia|wrzesien|wrz pazdziernika|pazdziernik|paz listopada|listopad|lis grudnia|grudzien|gru",
        "ledna|leden unora|unor brezna|brezen dubna|duben kvetna|kveten cervna|cerven cervence|cervenec srpna|srpen zari rijna|rijen listopadu prosince|prosinec",
        "januara februara marca aprila maja juna jula augusta septembra oktobra novembra decembra",
        "sijecnja veljace ozujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga|studenog prosinca",
        "januar februar mart april maj jun jul avgust|avg septembar oktobar novembar decembar",
        "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
        "јануар|јануара фебруар|фебруара март|марта април|априла мај|маја јун|јуна јул|јула август|августа септембар|септембра октобар|октобра новембар|новембра децембар|децембра",
        "januar februar marcius aprilis|apr majus junius julius augusztus szeptember|szept oktober november december",
        "ianuarie|ian februarie martie aprilie mai iunie|iun iulie|iul august septembrie octombrie noiembrie|noi decembrie",
        "janar shkurt mars prill maj qershor korrik gusht shtator tetor nentor dhjetor",
        "ocak|oca subat|sub mart nisan|nis mayis haziran|haz temmuz|tem agustos|agu eylul|eyl ekim|eki kasim|kas aralik|ara",
        "yanvar fevral mart aprel may iyun iyul avqust sentyabr|sentabr oktyabr noyabr dekabr",
        "januari februari|pebruari maret april mei juni juli agustus|agt september oktober november|nopember desember",
        "januari februari mac april mei jun julai ogos|ogo september oktober november disember|dis",
        "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
        "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
        "ιανουαριου|ιανουαριος|ιαν φεβρουαριου|φεβρουαριος|φεβ μαρτιου|μαρτιος|μαρ απριλιου|απριλιος|απρ μαιου|μαιος|μαι ιουνιου|ιουνιος|ιουν ιουλιου|ιουλιος|ιουλ αυγουστου|αυγουστος|αυγ σεπτεμβριου|σεπτεμβριος|σεπτ|σεπ οκτωβριου|οκτωβριος|οκτ νοεμβριου|νοεμβριος|νοε δεκεμβριου|δεκεμβριος|δεκ",
        "января|январь|янв февраля|февраль|фев марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сент|сен октября|октябрь|окт ноября|ноябрь|нояб|ноя декабря|декабрь|дек",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "јануари февруари март април мај јуни јули август септември октомври ноември декември",
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "كانونالثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرينالأول تشرينالثاني كانونالأول",
        "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
        "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
        "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه|جولای اوت|آگوست سپتامبر اکتبر نوامبر دسامبر",
        "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
        "ינואר|בינואר פברואר|בפברואר מרץ|מרס|במרץ|במרס אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר",
        "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
        "জানুয়ারি|জানুয়ারী ফেব্রুয়ারি|ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
        "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
        "มกราคม|ม.ค กุมภาพันธ์|ก.พ มีนาคม|มี.ค เมษายน|เม.ย พฤษภาคม|พ.ค มิถุนายน|มิ.ย กรกฎาคม|ก.ค สิงหาคม|ส.ค กันยายน|ก.ย ตุลาคม|ต.ค พฤศจิกายน|พ.ย ธันวาคม|ธ.ค",
        "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
    ];

    private const string PersianMonths = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند";

    private static readonly FrozenDictionary<string, int> All = Languages.SelectMany(static line => Named(line, 0)).Concat(Named(PersianMonths, Persian))
        .DistinctBy(static month => month.Name).ToFrozenDictionary(static month => month.Name, static month => month.Number, StringComparer.Ordinal);

    /// <summary>1 to 12; more by <see cref="Persian"/> for a month of that calendar; 0 if the word is no month.</summary>
    /// <param name="word">As <see cref="WrittenDays.Fold"/> leaves it; a full stop behind it does not matter.</param>
    /// <param name="language">Which language decides where two disagree; null if unknown.</param>
    public static int Of(string word, string? language)
    {
        word = word.TrimEnd('.');
        // The leaves fall a month earlier in Zagreb than in Warsaw.
        return word is "listopada" or "listopad" && language is ['h', 'r', ..] ? 10 : All.GetValueOrDefault(word);
    }

    private static IEnumerable<(string Name, int Number)> Named(string line, int offset) =>
        line.Split(' ').SelectMany((month, index) => month.Split('|').Select(name => (WrittenDays.Fold(name), index + 1 + offset)));
}

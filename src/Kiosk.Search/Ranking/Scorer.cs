using Kiosk.Search.Indexing;
using SQLitePCL;

namespace Kiosk.Search.Ranking;

/// <summary>
/// Scores the rows that a full-text statement visits: BM25F (Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
/// 2009) over the wanted words, and a little more for newer articles. The numbers are those that ranked best for natural questions to government
/// pages among law texts; closeness of words made that worse, and is not counted.
/// </summary>
internal sealed unsafe class Scorer(Expression expression, double[] weights, long newest)
{
    private const int Fields = 4;
    private const int MaxInstances = 5_000;
    private const double Saturation = 1.5;
    private const double RecencyWeight = 0.1;
    private const double RecencyHalfLifeDays = 365;

    private static readonly double[] FieldWeights = [5.0, 1.5, 1.0, 1.0];
    private static readonly double[] LengthWeights = [0.3, 0.3, 0.4, 0.0];

    private readonly double[] _averages = new double[Fields];
    private readonly double[] _frequencies = new double[weights.Length];
    private readonly double[] _lengthFactors = new double[Fields];
    private readonly double _allWeight = Math.Max(weights.Sum(), double.Epsilon);

    /// <summary>What was visited, in no particular order.</summary>
    public List<Scored> Found { get; } = [];

    /// <summary>An SQLite result code other than 0 if a row could not be read.</summary>
    public int Problem { get; private set; }

    public void Visit(Fts5Functions* api, nint row)
    {
        int instances;
        var code = api->InstanceCount(row, &instances);
        if (code == raw.SQLITE_OK)
            code = ReadLengths(api, row);
        if (code != raw.SQLITE_OK)
        {
            Problem = code;
            return;
        }
        Array.Clear(_frequencies);
        ReadInstances(api, row, Math.Min(instances, MaxInstances));
        Found.Add(Score(api->Rowid(row)));
    }

    private int ReadLengths(Fts5Functions* api, nint row)
    {
        if (_averages[0] == 0)
            ReadAverages(api, row);
        for (var field = 0; field < Fields; field++)
        {
            int length;
            var code = api->ColumnSize(row, field, &length);
            if (code != raw.SQLITE_OK)
                return code;
            var slope = LengthWeights[field];
            _lengthFactors[field] = FieldWeights[field] / (1 - slope + (slope * length / _averages[field]));
        }
        return raw.SQLITE_OK;
    }

    private void ReadAverages(Fts5Functions* api, nint row)
    {
        long rows;
        _ = api->RowCount(row, &rows);
        for (var field = 0; field < Fields; field++)
        {
            long total;
            _ = api->ColumnTotalSize(row, field, &total);
            _averages[field] = Math.Max(1, (double)total / Math.Max(1, rows));
        }
    }

    /// <summary>Counts the words, each by the weight of the field in which it stands.</summary>
    private void ReadInstances(Fts5Functions* api, nint row, int count)
    {
        for (var i = 0; i < count; i++)
        {
            int phrase, field, offset;
            if (api->Instance(row, i, &phrase, &field, &offset) != raw.SQLITE_OK)
                break;
            var concept = expression.ConceptOf(phrase);
            if (concept >= 0)
                _frequencies[concept] += _lengthFactors[field];
        }
    }

    private Scored Score(long rowid)
    {
        var (score, covered) = (0.0, 0.0);
        for (var concept = 0; concept < weights.Length; concept++)
        {
            var frequency = _frequencies[concept];
            if (frequency == 0)
                continue;
            score += weights[concept] * frequency * (Saturation + 1) / (frequency + Saturation);
            covered += weights[concept];
        }
        return new Scored(rowid, score * Recency(rowid), covered / _allWeight);
    }

    private double Recency(long rowid)
    {
        var days = (TimeOrder.SecondsOf(newest) - TimeOrder.SecondsOf(rowid)) / 86_400.0;
        return 1 + (RecencyWeight * double.Exp2(-days / RecencyHalfLifeDays));
    }
}

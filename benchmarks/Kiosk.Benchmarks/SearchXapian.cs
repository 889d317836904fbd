using System.Diagnostics;
using System.Globalization;
using Kiosk.Search;

namespace Kiosk.Benchmarks;

/// <summary>
/// Xapian with Dutch stemming, as its own guide shows it: all words wanted, top 20 without facets and snippets. It runs in a Python of its own (Debian:
/// python3-xapian) and times itself within our clock, the pipe included; its processor time is not in our figure.
/// </summary>
internal sealed class SearchXapian : ISearchPeer
{
    private const string Script = """
        import sys, xapian
        database = xapian.WritableDatabase(sys.argv[1], xapian.DB_CREATE_OR_OVERWRITE)
        writer = xapian.TermGenerator()
        writer.set_stemmer(xapian.Stem('dutch'))
        reader = None
        for line in sys.stdin:
            parts = line.rstrip('\n').split('\t')
            if parts[0] == 'add':
                document = xapian.Document()
                document.set_data(parts[1])
                writer.set_document(document)
                writer.index_text(parts[2], 5)
                writer.increase_termpos()
                writer.index_text(parts[3])
                database.add_document(document)
            elif parts[0] == 'commit':
                database.commit()
                print('0', flush=True)
            else:
                if reader is None:
                    reader = xapian.QueryParser()
                    reader.set_stemmer(xapian.Stem('dutch'))
                    reader.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
                    reader.set_default_op(xapian.Query.OP_AND)
                enquire = xapian.Enquire(database)
                enquire.set_query(reader.parse_query(parts[1], xapian.QueryParser.FLAG_PHRASE))
                print(sum(1 for match in enquire.get_mset(0, 20) if match.document.get_data()), flush=True)
        """;

    /// <summary>Debian's own, for which the package is made, even if another stands before it in the path.</summary>
    private static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private readonly Process _python;

    private SearchXapian(string path) => _python = Start(Script, path);

    public string Name => "Xapian";

    /// <summary>Null if this machine has no Xapian for Python.</summary>
    public static SearchXapian? TryOpen(string path)
    {
        try
        {
            using var probe = Start("import xapian");
            probe.WaitForExit();
            return probe.ExitCode == 0 ? new SearchXapian(path) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public void Add(IReadOnlyList<IndexedArticle> articles)
    {
        foreach (var article in articles)
            _python.StandardInput.Write($"add\t{article.Id}\t{article.Title}\t{article.Lead} {article.Body}\n");
        Ask("commit");
    }

    public int Search(string words) => int.Parse(Ask($"find\t{words}"), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _python.StandardInput.Close();
        _python.WaitForExit();
        _python.Dispose();
    }

    private string Ask(string line)
    {
        _python.StandardInput.Write(line + "\n");
        _python.StandardInput.Flush();
        return _python.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Xapian stopped.");
    }

    private static Process Start(string script, params string[] args) =>
        Process.Start(new ProcessStartInfo(Python, ["-c", script, .. args]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
}

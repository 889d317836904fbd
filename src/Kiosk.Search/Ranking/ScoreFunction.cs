using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kiosk.Search.Indexing;
using SQLitePCL;

namespace Kiosk.Search.Ranking;

/// <summary>
/// The SQL function <c>visit(posting)</c>, which shows each matching row to the <see cref="Scorer"/> of the thread. FTS5's own bm25() reads the
/// posting lists once more for every phrase to count articles, and knows neither which words belong together nor how long each field is.
/// </summary>
internal static unsafe partial class ScoreFunction
{
    [ThreadStatic]
    private static Scorer? _scorer;

    /// <summary>Makes the function known to one connection.</summary>
    public static void Register(sqlite3 connection)
    {
        Fts5Api* api = null;
        _ = raw.sqlite3_prepare_v2(connection, "select fts5(?1)", out var statement);
        fixed (byte* type = "fts5_api_ptr"u8)
        {
            _ = BindPointer(statement.DangerousGetHandle(), 1, &api, type, 0);
            _ = raw.sqlite3_step(statement);
        }
        statement.Dispose();
        if (api == null)
            throw new InvalidOperationException("This SQLite has no FTS5.");
        fixed (byte* name = "visit"u8)
            _ = api->CreateFunction(api, name, 0, &Visit, 0);
    }

    /// <summary>Shows the rows of a statement that calls visit(posting) to a scorer.</summary>
    public static void Run(Connection connection, Scorer scorer, string sql, params ReadOnlySpan<object?> parameters)
    {
        _scorer = scorer;
        try
        {
            connection.Run(sql, parameters);
        }
        finally
        {
            _scorer = null;
        }
        connection.Check(scorer.Problem);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Visit(Fts5Functions* api, nint row, nint context, int argumentCount, nint arguments) => _scorer?.Visit(api, row);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_bind_pointer")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int BindPointer(nint statement, int index, void* pointer, byte* type, nint destructor);
}

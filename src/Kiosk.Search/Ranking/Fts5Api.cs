using System.Runtime.InteropServices;

namespace Kiosk.Search.Ranking;

/// <summary>The head of SQLite's <c>struct fts5_api</c> (https://sqlite.org/fts5.html, "Extending FTS5").</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Fts5Api
{
    public int Version;
    public nint CreateTokenizer;
    public nint FindTokenizer;
    public delegate* unmanaged[Cdecl]<Fts5Api*, byte*, nint, delegate* unmanaged[Cdecl]<Fts5Functions*, nint, nint, int, nint, void>, nint, int> CreateFunction;
}

/// <summary>The head of SQLite's <c>struct Fts5ExtensionApi</c>: what a ranking function may ask about the current row.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Fts5Functions
{
    public int Version;
    public nint UserData;
    public nint ColumnCount;
    public delegate* unmanaged[Cdecl]<nint, long*, int> RowCount;
    public delegate* unmanaged[Cdecl]<nint, int, long*, int> ColumnTotalSize;
    public nint Tokenize;
    public nint PhraseCount;
    public nint PhraseSize;
    public delegate* unmanaged[Cdecl]<nint, int*, int> InstanceCount;
    public delegate* unmanaged[Cdecl]<nint, int, int*, int*, int*, int> Instance;
    public delegate* unmanaged[Cdecl]<nint, long> Rowid;
    public nint ColumnText;
    public delegate* unmanaged[Cdecl]<nint, int, int*, int> ColumnSize;
}

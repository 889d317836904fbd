using System.Buffers;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Markup;

/// <summary>Reads what is meant to be XML: stray ampersands and angle brackets, HTML entities, control characters, unclosed and
/// wrongly nested tags, unquoted attributes, junk before and after, a missing end. One pass, never an exception.</summary>
internal sealed class TolerantXml(string text, TreeBuilder builder)
{
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n/>=<\"'");
    private static readonly SearchValues<char> ValueEnd = SearchValues.Create(" \t\r\n><");
    private static readonly SearchValues<char> NoText = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    private DeclaredEntities _entities = DeclaredEntities.In("");
    private int _position;

    /// <summary>True if entities of the document multiply beyond reason.</summary>
    public bool IsAttack => _entities.IsExhausted;

    /// <summary>Reports the document to the builder; what is still open at the end is closed.</summary>
    public void Read()
    {
        while (_position < text.Length && !builder.IsComplete && !builder.IsFull && !IsAttack)
        {
            var next = text.IndexOf('<', _position);
            if (next < 0)
                next = text.Length;
            Characters(_position, next);
            _position = next;
            if (_position < text.Length)
                Markup();
        }
        IsTruncated = !builder.IsComplete && !builder.IsFull;
        while (builder.Depth > 0)
            builder.Close();
    }

    /// <summary>True if the document ended before its outermost element did.</summary>
    public bool IsTruncated { get; private set; }

    private void Markup()
    {
        if (At("<![CDATA["))
            CharacterData();
        else if (At("<!--"))
            _position = After("-->", _position + 4);
        else if (At("<!"))
            Declaration();
        else if (At("<?"))
            _position = After("?>", _position + 2);
        else if (At("</"))
            EndTag();
        else if (_position + 1 < text.Length && (char.IsLetter(text[_position + 1]) || text[_position + 1] == '_'))
            StartTag();
        else
            Characters(_position, ++_position, isMarkup: true);
    }

    private void CharacterData()
    {
        var start = _position + "<![CDATA[".Length;
        var end = text.IndexOf("]]>", start, StringComparison.Ordinal);
        _position = end < 0 ? text.Length : end + 3;
        builder.Text(Clean(text[start..(end < 0 ? text.Length : end)]));
    }

    private void Declaration()
    {
        var bracket = text.AsSpan(_position).IndexOfAny('[', '>');
        if (bracket >= 0 && text[_position + bracket] == '[' && builder.Depth == 0)
        {
            var end = After("]", _position + bracket);
            _entities = DeclaredEntities.In(text[_position..end]);
            _position = end;
        }
        _position = After(">", _position + 1);
    }

    private void EndTag()
    {
        var name = Name(_position + 2);
        _position = After(">", _position + 2 + name.Length, stopAt: '<');
        // A missing end tag in here: this one closes all that is open inside it. An end tag without a start is dropped.
        if (name.Length == 0 || !builder.OpenNames.Contains(name))
            return;
        string closed;
        do
        {
            closed = builder.OpenNames.Peek();
            builder.Close();
        }
        while (closed != name && builder.Depth > 0);
    }

    private void StartTag()
    {
        var name = Name(_position + 1);
        _position += 1 + name.Length;
        var attributes = new List<FeedAttribute>();
        while (Attribute() is { } attribute)
            if (attributes.Count < MarkupLimits.Attributes)
                attributes.Add(attribute);
        var isEmpty = _position < text.Length && text[_position] == '/';
        _position = After(">", _position, stopAt: '<');
        for (var close = UnclosedFields.Before(name, builder); close > 0; close--)
            builder.Close();
        builder.Open(name, attributes);
        if (isEmpty || UnclosedFields.NeverClosed(name, builder))
            builder.Close();
    }

    private FeedAttribute? Attribute()
    {
        while (_position < text.Length && (char.IsWhiteSpace(text[_position]) || text[_position] is '"' or '\'' or '=' || LoneSlash()))
            _position++;
        var name = Name(_position);
        if (name.Length == 0)
            return null;
        _position += name.Length;
        SkipSpaces();
        if (_position >= text.Length || text[_position] != '=')
            return new FeedAttribute(name, "");
        _position++;
        SkipSpaces();
        return new FeedAttribute(name, References(Clean(Value())));
    }

    private bool LoneSlash() => text[_position] == '/' && _position + 1 < text.Length && text[_position + 1] is not ('>' or '<');

    private string Value()
    {
        if (_position < text.Length && text[_position] is '"' or '\'')
        {
            var quote = text[_position];
            var length = text.AsSpan(_position + 1).IndexOfAny(quote, '<');
            if (length >= 0 && text[_position + 1 + length] == quote)
            {
                var start = _position + 1;
                _position = start + length + 1;
                return text[start..(start + length)];
            }
            _position++;
        }
        // Without quotes, or with one that is never closed, the value ends at the next space.
        var rest = text.AsSpan(_position);
        var end = rest.IndexOfAny(ValueEnd);
        var value = rest[..(end < 0 ? rest.Length : end)];
        if (value.EndsWith("/") && end >= 0 && rest[end] == '>')
            value = value[..^1];
        _position += value.Length;
        return value.ToString();
    }

    private void Characters(int start, int end, bool isMarkup = false)
    {
        if (end > start && builder.Depth > 0)
            builder.Text(isMarkup ? text[start..end] : References(Clean(text[start..end])));
    }

    private string References(string raw) => CharacterReferences.Decode(raw, _entities.Expand);

    private static string Clean(string raw) => raw.AsSpan().ContainsAny(NoText)
        ? string.Concat(raw.Where(c => !NoText.Contains(c)))
        : raw;

    private string Name(int start)
    {
        if (start >= text.Length)
            return "";
        var rest = text.AsSpan(start);
        var length = rest.IndexOfAny(NameEnd);
        return rest[..(length < 0 ? rest.Length : length)].ToString().ToLowerInvariant();
    }

    private bool At(string start) => string.CompareOrdinal(text, _position, start, 0, start.Length) == 0;

    private void SkipSpaces()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
            _position++;
    }

    private int After(string end, int from, char? stopAt = null)
    {
        if (from >= text.Length)
            return text.Length;
        var found = stopAt is { } stop ? text.AsSpan(from).IndexOfAny(end[0], stop) : text.AsSpan(from).IndexOf(end, StringComparison.Ordinal);
        if (found < 0)
            return text.Length;
        return text[from + found] == stopAt ? from + found : from + found + end.Length;
    }
}

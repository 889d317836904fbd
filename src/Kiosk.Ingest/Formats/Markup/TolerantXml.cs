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

    private DeclaredEntities entities = DeclaredEntities.In("");
    private int position;

    /// <summary>True if entities of the document multiply beyond reason.</summary>
    public bool IsAttack => entities.IsExhausted;

    /// <summary>Reports the document to the builder; what is still open at the end is closed.</summary>
    public void Read()
    {
        while (position < text.Length && !builder.IsComplete && !builder.IsFull && !IsAttack)
        {
            var next = text.IndexOf('<', position);
            if (next < 0)
                next = text.Length;
            Characters(position, next);
            position = next;
            if (position < text.Length)
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
            position = After("-->", position + 4);
        else if (At("<!"))
            Declaration();
        else if (At("<?"))
            position = After("?>", position + 2);
        else if (At("</"))
            EndTag();
        else if (position + 1 < text.Length && (char.IsLetter(text[position + 1]) || text[position + 1] == '_'))
            StartTag();
        else
            Characters(position, ++position, isMarkup: true);
    }

    private void CharacterData()
    {
        var start = position + "<![CDATA[".Length;
        var end = text.IndexOf("]]>", start, StringComparison.Ordinal);
        position = end < 0 ? text.Length : end + 3;
        builder.Text(Clean(text[start..(end < 0 ? text.Length : end)]));
    }

    private void Declaration()
    {
        var bracket = text.AsSpan(position).IndexOfAny('[', '>');
        if (bracket >= 0 && text[position + bracket] == '[' && builder.Depth == 0)
        {
            var end = After("]", position + bracket);
            entities = DeclaredEntities.In(text[position..end]);
            position = end;
        }
        position = After(">", position + 1);
    }

    private void EndTag()
    {
        var name = Name(position + 2);
        position = After(">", position + 2 + name.Length, stopAt: '<');
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
        var name = Name(position + 1);
        position += 1 + name.Length;
        var attributes = new List<FeedAttribute>();
        while (Attribute() is { } attribute)
            if (attributes.Count < MarkupLimits.Attributes)
                attributes.Add(attribute);
        var isEmpty = position < text.Length && text[position] == '/';
        position = After(">", position, stopAt: '<');
        for (var close = UnclosedFields.Before(name, builder); close > 0; close--)
            builder.Close();
        builder.Open(name, attributes);
        if (isEmpty || UnclosedFields.NeverClosed(name, builder))
            builder.Close();
    }

    private FeedAttribute? Attribute()
    {
        while (position < text.Length && (char.IsWhiteSpace(text[position]) || text[position] is '"' or '\'' or '=' || LoneSlash()))
            position++;
        var name = Name(position);
        if (name.Length == 0)
            return null;
        position += name.Length;
        SkipSpaces();
        if (position >= text.Length || text[position] != '=')
            return new FeedAttribute(name, "");
        position++;
        SkipSpaces();
        return new FeedAttribute(name, References(Clean(Value())));
    }

    private bool LoneSlash() => text[position] == '/' && position + 1 < text.Length && text[position + 1] is not ('>' or '<');

    private string Value()
    {
        if (position < text.Length && text[position] is '"' or '\'')
        {
            var quote = text[position];
            var length = text.AsSpan(position + 1).IndexOfAny(quote, '<');
            if (length >= 0 && text[position + 1 + length] == quote)
            {
                var start = position + 1;
                position = start + length + 1;
                return text[start..(start + length)];
            }
            position++;
        }
        // Without quotes, or with one that is never closed, the value ends at the next space.
        var rest = text.AsSpan(position);
        var end = rest.IndexOfAny(ValueEnd);
        var value = rest[..(end < 0 ? rest.Length : end)];
        if (value.EndsWith("/") && end >= 0 && rest[end] == '>')
            value = value[..^1];
        position += value.Length;
        return value.ToString();
    }

    private void Characters(int start, int end, bool isMarkup = false)
    {
        if (end > start && builder.Depth > 0)
            builder.Text(isMarkup ? text[start..end] : References(Clean(text[start..end])));
    }

    private string References(string raw) => CharacterReferences.Decode(raw, entities.Expand);

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

    private bool At(string start) => string.CompareOrdinal(text, position, start, 0, start.Length) == 0;

    private void SkipSpaces()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
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

using System.Globalization;

namespace ResilientMySql.Queries;

/// <summary>The texts of a statement with lists, one for each combination of their sizes.</summary>
/// <param name="statement">The statement, with one placeholder for each list.</param>
internal sealed class ListTexts(ListStatement statement)
{
    /// <summary>The servers count a prepared statement's placeholders in 16 bits.</summary>
    private const int MostPlaceholders = ushort.MaxValue;

    // Each keeps a slot on every session.
    private const int MostKept = 256;

    private readonly ListTextNode _root = new();
    private int _kept;

    /// <exception cref="ArgumentException">The lists are too long for one statement.</exception>
    public QueryText For<TStatement>(in TStatement arguments)
        where TStatement : struct, IStatement
    {
        ListTextNode? node = _root;
        long placeholders = statement.Others;
        for (int list = 0; list < statement.Lists; list++)
        {
            int count = arguments.CountOf(list);
            placeholders += ListSizes.Places(count);
            node = count > ListSizes.LargestBucket ? null : node?.Next(ListSizes.BucketOf(count));
        }

        if (placeholders > MostPlaceholders)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"The statement would have {placeholders} placeholders, and may have {MostPlaceholders}. Pass shorter lists, or join a table: {TStatement.CommandText}"));
        }

        return node?.Text ?? Make(arguments, node, (int)placeholders);
    }

    private QueryText Make<TStatement>(in TStatement arguments, ListTextNode? node, int placeholders)
        where TStatement : struct, IStatement
    {
        int[] places = new int[statement.Lists];
        for (int list = 0; list < places.Length; list++)
            places[list] = ListSizes.Places(arguments.CountOf(list));

        string text = statement.Expand(places);
        bool isKept = node is not null && Volatile.Read(ref _kept) < MostKept && Interlocked.Increment(ref _kept) <= MostKept;
        return isKept ? node!.Keep(QueryText.Kept(text, placeholders)) : QueryText.ForOnce(text, placeholders);
    }
}

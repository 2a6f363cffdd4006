namespace ResilientMySql.Queries;

/// <summary>What follows from the size of one list: the size of the next, or the text. Thread-safe.</summary>
internal sealed class ListTextNode
{
    private readonly ListTextNode?[] _next = new ListTextNode?[ListSizes.BucketOf(ListSizes.LargestBucket) + 1];
    private QueryText? _text;

    public QueryText? Text => Volatile.Read(ref _text);

    public ListTextNode Next(int bucket)
    {
        ref ListTextNode? next = ref _next[bucket];
        return Volatile.Read(ref next) ?? Interlocked.CompareExchange(ref next, new ListTextNode(), null) ?? next!;
    }

    /// <summary>The text that was kept first.</summary>
    public QueryText Keep(QueryText text) => Interlocked.CompareExchange(ref _text, text, null) ?? text;
}

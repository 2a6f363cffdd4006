using System.ComponentModel;
using System.Numerics;

namespace ResilientMySql.Queries;

/// <summary>
/// How many placeholders a list becomes: the next power of two, so that lists of all sizes make do with a few prepared statements.
/// The last item fills up the places behind it, which changes neither <c>IN</c> nor <c>NOT IN</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class ListSizes
{
    /// <summary>Longer lists get a place for each item; their statements are sent as text, and not kept.</summary>
    internal const int LargestBucket = 4096;

    /// <summary>The number of places for a list of <paramref name="count"/> items; 0 for an empty one.</summary>
    /// <param name="count">0 or more.</param>
    public static int Places(int count) => count > LargestBucket ? count : (int)BitOperations.RoundUpToPowerOf2((uint)count);

    /// <summary>The index of the item that goes into a place.</summary>
    /// <param name="place">From 0 to <see cref="Places"/> - 1.</param>
    /// <param name="count">The number of items, 1 or more.</param>
    public static int Item(int place, int count) => Math.Min(place, count - 1);

    /// <summary>0 for an empty list, then one for each power of two.</summary>
    internal static int BucketOf(int count) => count == 0 ? 0 : BitOperations.Log2((uint)Places(count)) + 1;
}

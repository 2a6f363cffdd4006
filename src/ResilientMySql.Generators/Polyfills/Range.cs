// The compiler looks for this type when it meets a range; netstandard2.0 does not have it.
namespace System;

internal readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;

    public Index End { get; } = end;
}

namespace ResilientMySql.Frames;

/// <summary>Lies in a <see cref="FramePool{TFrame}"/> while nobody uses it, as a link of its chain.</summary>
internal interface IPooledFrame<TFrame>
    where TFrame : class
{
    TFrame? Next { get; set; }
}

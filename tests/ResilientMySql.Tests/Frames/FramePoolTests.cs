using ResilientMySql.Frames;

namespace ResilientMySql.Tests.Frames;

public sealed class FramePoolTests
{
    [Fact]
    public void FramesOfOtherThreads_AreFound()
    {
        var frames = new[] { new Frame(), new Frame(), new Frame() };
        OnThread(() => Array.ForEach(frames, FramePool<Frame>.Return));

        // One stays with the thread that has gone.
        var taken = new List<Frame>();
        while (FramePool<Frame>.TryTake() is { } frame)
            taken.Add(frame);

        Assert.Equal([frames[2], frames[1]], taken);
        Assert.All(taken, static frame => Assert.Null(frame.Next));
    }

    [Fact]
    public void MoreThanTheCapacity_AreLetGo()
    {
        OnThread(() =>
        {
            for (int i = 0; i < FramePool<OtherFrame>.Capacity + 10; i++)
                FramePool<OtherFrame>.Return(new OtherFrame());
        });

        int taken = 0;
        while (FramePool<OtherFrame>.TryTake() is not null)
            taken++;

        Assert.Equal(FramePool<OtherFrame>.Capacity, taken);
    }

    private static void OnThread(ThreadStart work)
    {
        var thread = new Thread(work);
        thread.Start();
        thread.Join();
    }

    private sealed class Frame : IPooledFrame<Frame>
    {
        public Frame? Next { get; set; }
    }

    private sealed class OtherFrame : IPooledFrame<OtherFrame>
    {
        public OtherFrame? Next { get; set; }
    }
}

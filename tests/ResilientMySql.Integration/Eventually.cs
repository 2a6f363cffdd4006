namespace ResilientMySql.Integration;

/// <summary>Waits for what a server does in its own time, such as forgetting a session that was closed.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "It never came to pass.");
            await Task.Delay(20);
        }
    }
}

using System.Runtime.InteropServices;

namespace ResilientMySql.TestServers.Processes;

/// <summary>The signals a server is sent, by their numbers on Linux.</summary>
internal enum Signal
{
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}

internal static partial class Signals
{
    public static void Send(this Signal signal, int processId)
    {
        if (Kill(processId, (int)signal) != 0)
            throw new InvalidOperationException($"Signal {signal} does not reach process {processId}: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);
}

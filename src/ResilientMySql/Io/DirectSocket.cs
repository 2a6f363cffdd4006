using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ResilientMySql.Io;

/// <summary>
/// Sends and receives on a blocking socket by the system's own calls, where those of <see cref="Socket"/> do the same with more
/// around them: a message header, telemetry, an error to be kept.
/// </summary>
/// <remarks>
/// On Linux only, and only as long as nothing is special: whatever these calls refuse (the link is dead, the call was interrupted, the
/// socket does not wait) is done again by <see cref="Socket"/>, which knows what it means. Measured in docs/decisions/0021.
/// </remarks>
internal static partial class DirectSocket
{
    /// <summary>A write to a dead link is an error, and not a signal to the process (Linux, socket.h).</summary>
    private const int NoSignal = 0x4000;

    private const string Library = "libc";

    private static readonly bool IsAvailable = OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad(Library, typeof(DirectSocket).Assembly, DllImportSearchPath.SafeDirectories, out nint library)
        && NativeLibrary.TryGetExport(library, "send", out _) && NativeLibrary.TryGetExport(library, "recv", out _);

    /// <summary>How many of the bytes were taken.</summary>
    /// <exception cref="SocketException">The link is dead.</exception>
    public static int Send(Socket socket, ReadOnlySpan<byte> bytes)
    {
        nint count = IsAvailable ? SendCore(socket.SafeHandle, bytes, (nuint)bytes.Length, NoSignal) : -1;
        return count >= 0 ? (int)count : socket.Send(bytes);
    }

    /// <summary>Waits until something comes; how many bytes it is, 0 behind the last.</summary>
    /// <exception cref="SocketException">The link is dead.</exception>
    public static int Receive(Socket socket, Span<byte> free)
    {
        nint count = IsAvailable ? ReceiveCore(socket.SafeHandle, free, (nuint)free.Length, 0) : -1;
        return count >= 0 ? (int)count : socket.Receive(free);
    }

    [LibraryImport(Library, EntryPoint = "send")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint SendCore(SafeSocketHandle socket, ReadOnlySpan<byte> bytes, nuint length, int flags);

    [LibraryImport(Library, EntryPoint = "recv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint ReceiveCore(SafeSocketHandle socket, Span<byte> free, nuint length, int flags);
}

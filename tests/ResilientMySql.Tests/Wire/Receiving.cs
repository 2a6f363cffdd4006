using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>Stands for a socket.</summary>
internal static class Receiving
{
    /// <summary>All of it comes at once.</summary>
    public static void Receive(this ReceiveBuffer buffer, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer.Free(bytes.Length).Span);
        buffer.Received(bytes.Length);
    }

    /// <summary>It comes in pieces, as large as there is room for; payloads are taken as soon as they are whole, and forgotten.</summary>
    public static void ReceiveAll(this ReceiveBuffer buffer, byte[] bytes)
    {
        for (int sent = 0; sent < bytes.Length;)
        {
            Memory<byte> free = buffer.Free(1);
            int count = Math.Min(free.Length, bytes.Length - sent);
            bytes.AsSpan(sent, count).CopyTo(free.Span);
            buffer.Received(count);
            sent += count;
            while (buffer.TryTakePayload(out _))
            {
                // Whatever came before is of no interest.
            }
        }
    }

    public static List<byte[]> TakeAll(this ReceiveBuffer buffer)
    {
        var taken = new List<byte[]>();
        while (buffer.TryTakePayload(out PayloadRange payload))
            taken.Add(buffer.Payload(payload).ToArray());

        return taken;
    }
}

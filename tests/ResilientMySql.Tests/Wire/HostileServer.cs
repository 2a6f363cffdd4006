using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>Answers that a server could give, and what a broken or hostile one makes of them.</summary>
internal sealed class HostileServer(Random random)
{
    private static readonly byte[] Prefixes = [0x00, 0x01, 0x7F, 0x80, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF];

    public WireCapabilities Capabilities { get; } = new(random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0);

    /// <summary>An answer to an execution that is as it should be.</summary>
    public byte[] Answer() => Payloads.Packets(1, Results());

    /// <summary>An answer to a prepare that is as it should be.</summary>
    public byte[] PrepareAnswer()
    {
        int parameters = random.Next(4);
        RandomColumn[] columns = Columns(random.Next(4));
        return Payloads.Packets(1, [
            Payloads.PrepareOk((uint)random.Next(), (ushort)columns.Length, (ushort)parameters),
            .. Columns(parameters).Select(column => column.Definition), .. parameters == 0 ? [] : EndOfDefinitions(),
            .. columns.Select(column => column.Definition), .. columns.Length == 0 ? [] : EndOfDefinitions()]);
    }

    /// <summary>The bytes with some of them changed, lost, added, repeated or moved; packets' lengths may say anything.</summary>
    public byte[] Break(byte[] bytes)
    {
        List<byte> broken = [.. bytes];
        for (int strokes = random.Next(1, 5); strokes > 0 && broken.Count > 0; strokes--)
            Strike(broken, random.Next(broken.Count));

        return [.. broken];
    }

    private void Strike(List<byte> bytes, int at)
    {
        int count = random.Next(1, Math.Min(40, bytes.Count - at) + 1);
        switch (random.Next(8))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes[at] = Prefixes[random.Next(Prefixes.Length)];
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.RemoveRange(at, count);
                break;
            case 5:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, count));
                break;
            case 6:
                bytes.InsertRange(at, [0xFE, 0xFF, 0xFF, 0xFF, (byte)random.Next(256), 0, 0, 0, (byte)random.Next(256)]);
                break;
            default:
                LieAboutLength(bytes);
                break;
        }
    }

    /// <summary>Finds a packet, and has it announce another length, mostly close by.</summary>
    private void LieAboutLength(List<byte> bytes)
    {
        int header = 0;
        for (int packets = random.Next(6); packets > 0 && header + 4 <= bytes.Count; packets--)
        {
            int next = header + 4 + (bytes[header] | bytes[header + 1] << 8 | bytes[header + 2] << 16);
            if (next + 4 > bytes.Count)
                break;

            header = next;
        }

        if (header + 4 <= bytes.Count)
            bytes[header + random.Next(4) / 2] += (byte)random.Next(-3, 4);
    }

    private IEnumerable<byte[]> Results()
    {
        for (int results = random.Next(1, 4); results > 0; results--)
        {
            ServerStatus status = ServerStatus.Autocommit | (results > 1 ? ServerStatus.MoreResultsExist : ServerStatus.None);
            IEnumerable<byte[]> result = random.Next(6) switch
            {
                0 => [Payloads.Ok((ulong)random.NextInt64(), (ulong)random.Next(300), status)],
                1 => Broken(status),
                _ => Rows(status),
            };
            foreach (byte[] payload in result)
            {
                yield return payload;
                if (payload[0] == ErrPayload.Header)
                    yield break;
            }
        }
    }

    /// <summary>Rows that an error ends, somewhere.</summary>
    private IEnumerable<byte[]> Broken(ServerStatus status)
    {
        byte[][] payloads = [.. Rows(status)];
        return [.. payloads[..random.Next(payloads.Length)], Payloads.Error(1317, "70100", "Query execution was interrupted")];
    }

    private IEnumerable<byte[]> Rows(ServerStatus status)
    {
        RandomColumn[] columns = Columns(random.Next(1, 9));
        yield return Capabilities.CachesMetadata ? [(byte)columns.Length, 1] : [(byte)columns.Length];
        foreach (RandomColumn column in columns)
            yield return column.Definition;

        foreach (byte[] eof in EndOfDefinitions())
            yield return eof;

        for (int rows = random.Next(6); rows > 0; rows--)
            yield return Payloads.Row([.. columns.Select(column => column.NextValue(random))]);

        yield return Capabilities.DeprecatesEof ? Payloads.Ok(status: status, header: 0xFE) : Payloads.Eof(status);
    }

    private byte[][] EndOfDefinitions() => Capabilities.DeprecatesEof ? [] : [Payloads.Eof()];

    private RandomColumn[] Columns(int count) => [.. Enumerable.Range(0, count).Select(_ => RandomColumn.Next(random))];
}

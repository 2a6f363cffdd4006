namespace ResilientMySql.Integration.Loading;

/// <summary>Lines for ever, but for what happens after so many bytes. Counts whether anybody reads.</summary>
internal sealed class LoadSource(long number, Action happens, long last = long.MaxValue) : Stream
{
    private static readonly byte[] Line = "1\t\\N\n"u8.ToArray();
    private bool _hasHappened;

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (BytesRead >= number && !_hasHappened)
        {
            _hasHappened = true;
            happens();
        }

        int whole = (int)Math.Min(count, last - BytesRead) / Line.Length * Line.Length;
        for (int i = 0; i < whole; i++)
            buffer[offset + i] = Line[i % Line.Length];

        BytesRead += whole;
        return whole;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

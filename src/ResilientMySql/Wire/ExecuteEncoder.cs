using System.Buffers.Binary;

namespace ResilientMySql.Wire;

/// <summary>Writes COM_STMT_EXECUTE around the arguments that a statement binds. Source: MySQL Internals, "COM_STMT_EXECUTE".</summary>
internal static class ExecuteEncoder
{
    private const byte ExecuteCode = 0x17;
    private const byte ParameterCountAvailable = 0x08;
    private const byte NewTypes = 1;
    private const int PlainTypeLength = 2;
    private const int NamedTypeLength = 3;

    /// <summary>Writes what comes before the values.</summary>
    /// <returns>Where the statement binds its arguments, one for each placeholder; then comes <see cref="End"/>.</returns>
    public static WireParameterSink Begin(SendBuffer buffer, WireStatement statement, WireCapabilities capabilities)
    {
        bool hasAttributes = capabilities.HasQueryAttributes;
        buffer.Begin();
        buffer.WriteByte(ExecuteCode);
        buffer.WriteUInt32(statement.Id);
        buffer.WriteByte(hasAttributes ? ParameterCountAvailable : (byte)0);
        buffer.WriteUInt32(1);
        if (hasAttributes)
            buffer.WriteLengthEncoded(statement.ParameterCount);

        int nulls = buffer.Position;
        if (statement.ParameterCount == 0)
            return new(buffer, statement, nulls, nulls, 0);

        // Everything zero: no argument is NULL, and every name is empty.
        int types = nulls + ((statement.ParameterCount + 7) / 8) + 1;
        int typeLength = hasAttributes ? NamedTypeLength : PlainTypeLength;
        int length = types - nulls + (statement.ParameterCount * typeLength);
        buffer.Reserve(length).Clear();
        buffer.Advance(length);
        return new(buffer, statement, nulls, types, typeLength);
    }

    /// <summary>Completes the request, which then must be sent: <see cref="WireStatement.BoundTypes"/> says that it was.</summary>
    /// <exception cref="InvalidOperationException">
    /// There are more or fewer arguments than placeholders, or the request is longer than 2 GiB.
    /// </exception>
    public static void End(ref WireParameterSink sink)
    {
        WireStatement statement = sink.Statement;
        int parameters = statement.ParameterCount;
        if (sink.Count != parameters)
            throw new InvalidOperationException($"The statement has {parameters} placeholders, but {sink.Count} arguments were given; nothing was sent.");

        if (sink.HasNewTypes)
            sink.Buffer.Written(sink.TypesPosition - 1, 1)[0] = NewTypes;
        else
            sink.Buffer.RemoveBefore(sink.TypesPosition + (parameters * sink.TypeLength), parameters * sink.TypeLength);

        sink.Buffer.Seal();
        NoteTypes(sink);
    }

    /// <summary>They are still where they were written: sealing moves only what is behind the first 16 MiB.</summary>
    private static void NoteTypes(in WireParameterSink sink)
    {
        WireStatement statement = sink.Statement;
        for (int i = 0; sink.HasNewTypes && i < statement.ParameterCount; i++)
            statement.BoundTypes[i] = BinaryPrimitives.ReadUInt16LittleEndian(sink.Buffer.Written(sink.TypesPosition + (i * sink.TypeLength), PlainTypeLength));

        statement.HasBound = true;
    }
}

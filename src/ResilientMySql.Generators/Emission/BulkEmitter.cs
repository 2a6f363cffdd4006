using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes the struct of an INSERT whose values are repeated for each item of a collection.</summary>
internal static class BulkEmitter
{
    public static void Write(SourceWriter writer, CallModel call, StatementModel statement, BulkModel bulk)
    {
        StatementEmitter.WriteText(writer, "Head", bulk.Head);
        writer.Line();
        StatementEmitter.WriteText(writer, "Row", bulk.Group);
        writer.Line();
        StatementEmitter.WriteText(writer, "Tail", bulk.Tail);
        writer.Line();
        writer.Line($"public int RowCount => {bulk.Rows.FieldName}.{bulk.Rows.List!.Count};");
        int inTail = bulk.HeadBindings + bulk.GroupBindings;
        BindEmitter.Write(writer, "BindHead", call.Names.Sink, "", [.. statement.Bindings.Take(bulk.HeadBindings)]);
        BindEmitter.Write(writer, "BindRow", call.Names.Sink, "int row, ", [.. statement.Bindings.Skip(bulk.HeadBindings).Take(bulk.GroupBindings)]);
        BindEmitter.Write(writer, "BindTail", call.Names.Sink, "", [.. statement.Bindings.Skip(inTail)]);
    }
}

using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads what a method is to run. Every part reports its own mistakes, so that all of them show at once.</summary>
internal static class StatementParser
{
    public static StatementModel? Parse(MethodDeclaration declaration, string discriminator, Reports reports)
    {
        if (declaration.Symbol.IsGenericMethod)
        {
            reports.Add(Descriptors.GenericMethod, declaration.Location, declaration.Name);
            return null;
        }

        string? dataSource = DataSourceFinder.Find(declaration, reports);
        ResultModel? result = ResultParser.Parse(declaration, reports);
        MethodParameters parameters = ParameterParser.Parse(declaration, reports);
        ParsedSql? sql = SqlParser.Parse(declaration, reports);
        if (sql is not null)
            ParameterParser.Match(declaration, parameters, sql, reports);

        return reports.IsEmpty && dataSource is not null && result is not null && sql is not null
            ? Model(declaration, discriminator, dataSource, result, parameters, sql)
            : null;
    }

    private static StatementModel Model(
        MethodDeclaration declaration, string discriminator, string dataSource, ResultModel result, MethodParameters parameters, ParsedSql sql)
    {
        string typeName = Names.StatementType(declaration, discriminator);
        string sinkType = Names.TypeParameter(declaration, "TSink");
        ArgumentModel[] arguments = [.. parameters.Bound.Select(parameter => Argument(parameter, parameters, typeName, sinkType))];

        return new StatementModel
        {
            TypeName = typeName,
            SinkType = sinkType,
            RowType = Names.TypeParameter(declaration, "TRow"),
            ConverterName = Names.Unused("Convert", name => declaration.Symbol.Parameters.Any(parameter => parameter.Name == name)),
            Sql = sql.Text,
            CommandText = sql.CommandText,
            DataSource = dataSource,
            CancellationToken = parameters.CancellationToken is { } token ? Names.Escape(token) : "default",
            Arguments = new EquatableArray<ArgumentModel>(arguments),
            Bindings = new EquatableArray<BindingModel>([.. sql.Parameters.Select(parameter => Binding(parameter, parameters, arguments))]),
            Result = result,
        };
    }

    private static ArgumentModel Argument(MethodParameter parameter, MethodParameters all, string typeName, string sinkType)
    {
        string fieldName = Names.Unused(parameter.Name, IsTaken);
        return new ArgumentModel(parameter.Type, Names.Escape(parameter.Name), Names.Escape(fieldName));

        bool IsTaken(string name) =>
            Names.IsMemberOfStatement(name) || name == typeName || name == sinkType
            || all.Bound.Any(other => other.Name == name && name != parameter.Name);
    }

    private static BindingModel Binding(SqlParameter parameter, MethodParameters parameters, ArgumentModel[] arguments)
    {
        MethodParameter bound = parameters.Find(parameter.Name)!;
        return new BindingModel(arguments[parameters.Bound.IndexOf(bound)].FieldName, bound.Scalar!);
    }
}

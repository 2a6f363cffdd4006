using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MySqlConnector;

namespace ResilientMySql.Benchmarks.Generator;

/// <summary>A project with so many query methods, in classes of fifty, and a file without any.</summary>
internal sealed class QueryProject
{
    private const int MethodsPerClass = 50;

    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
    private static readonly MetadataReference[] References = [.. ReferencedAssemblies().Select(static path => MetadataReference.CreateFromFile(path))];

    private readonly SyntaxTree[] _trees;

    public QueryProject(int methods)
    {
        Methods = methods;
        IEnumerable<string> classes = Enumerable.Range(0, methods).Chunk(MethodsPerClass).Select(static (chunk, number) => Queries(number, chunk));
        _trees = [Parse(Elsewhere(0)), .. classes.Select(Parse)];
    }

    public int Methods { get; }

    /// <summary>A compilation that knows nothing yet.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create("Queries", _trees, References, Options);

    /// <summary>The project after an edit of the file without queries.</summary>
    public static Compilation Typed(Compilation before, int edition) => before.ReplaceSyntaxTree(before.SyntaxTrees.First(), Parse(Elsewhere(edition)));

    /// <summary>The project after an edit in the SQL of its first query.</summary>
    public static Compilation WithOtherSql(Compilation before, int edition)
    {
        SyntaxTree tree = before.SyntaxTrees.ElementAt(1);
        string first = tree.ToString();
        int number = first.IndexOf("LIMIT ", StringComparison.Ordinal) + "LIMIT ".Length;
        int end = first.IndexOf('"', number);
        string edited = string.Concat(first.AsSpan(0, number), edition.ToString(CultureInfo.InvariantCulture), first.AsSpan(end));
        return before.ReplaceSyntaxTree(tree, Parse(edited));
    }

    private static string Elsewhere(int edition) => $"public static class Elsewhere {{ public static int Edition() {{ return {edition}; }} }}";

    private static string Queries(int number, int[] methods)
    {
        var source = new StringBuilder($$"""
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            using ResilientMySql;
            using ResilientMySql.Queries;

            public sealed record City{{number}}(int CityId, string City, string? Remarks);

            public sealed partial class Queries{{number}}(ResilientMySqlDataSource dataSource)
            {

            """);
        foreach (int method in methods)
            source.Append(Method(number, method));

        return source.Append("}\n").ToString();
    }

    /// <summary>Each kind in its turn: a scalar, a row, a list, a write.</summary>
    private static string Method(int number, int method) => (method % 4) switch
    {
        0 => $"[Query(\"SELECT city_id FROM city WHERE city = @city LIMIT 1\")] public partial int? Get{method}(string city);\n",
        1 => $"[Query(\"SELECT city_id, city, remarks FROM city WHERE city_id = @id\")] public partial City{number}? Find{method}(int id);\n",
        2 => $"[Query(\"SELECT city_id, city, remarks FROM city WHERE country_id = @country\")] public partial ValueTask<IReadOnlyList<City{number}>> List{method}Async(int country, CancellationToken cancellationToken);\n",
        _ => $"[Execute(\"UPDATE city SET city = @name WHERE city_id = @id\")] public partial int Rename{method}(int id, string name);\n",
    };

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source);

    private static IEnumerable<string> ReferencedAssemblies()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Directory.EnumerateFiles(framework, "System*.dll")
            .Append(typeof(ResilientMySqlConnection).Assembly.Location)
            .Append(typeof(MySqlConnection).Assembly.Location);
    }
}

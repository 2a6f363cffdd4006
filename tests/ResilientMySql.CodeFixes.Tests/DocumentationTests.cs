using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using ResilientMySql.CodeFixes.Fixes;
using ResilientMySql.CodeFixes.Refactorings.Commands;
using ResilientMySql.CodeFixes.Refactorings.Dapper;
using ResilientMySql.CodeFixes.Tests.Refactorings;

namespace ResilientMySql.CodeFixes.Tests;

/// <summary>docs/fixes.md lists what there is, and its examples are true.</summary>
public sealed class DocumentationTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Folder(), "fixes.md"));

    public static TheoryData<string> Fixes => [.. Types<CodeFixProvider>().Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Fix_IsListed(string name)
    {
        CodeFixProvider fix = Create<CodeFixProvider>(name);
        string all = fix.GetFixAllProvider() is null ? "| |" : "| all |";

        Assert.All(fix.FixableDiagnosticIds, id =>
        {
            Assert.Contains(Rows(id), row => row.EndsWith(all, StringComparison.Ordinal));
            Assert.Contains("## Fix", File.ReadAllLines(Path.Combine(Folder(), "diagnostics", id + ".md")));
        });
    }

    [Fact]
    public void Rows_AreOfFixes()
    {
        IEnumerable<string> fixable = Types<CodeFixProvider>().SelectMany(type => Create<CodeFixProvider>(type.Name).FixableDiagnosticIds).Order();

        Assert.Equal(fixable, Page.Where(line => line.StartsWith("| [RMS", StringComparison.Ordinal)).Select(line => line[3..9]).Order());
    }

    [Fact]
    public void Pages_TellOfFixesThatExist()
    {
        IEnumerable<string> told = Directory.EnumerateFiles(Path.Combine(Folder(), "diagnostics"), "RMS*.md")
            .Where(path => File.ReadAllLines(path).Contains("## Fix"))
            .Select(path => Path.GetFileNameWithoutExtension(path)!);

        Assert.Equal(Types<CodeFixProvider>().SelectMany(type => Create<CodeFixProvider>(type.Name).FixableDiagnosticIds).Distinct().Order(), told.Order());
    }

    [Fact]
    public void Providers_AreFoundByEditors()
    {
        Assert.All(Types<CodeFixProvider>(), type =>
        {
            var export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>()!;
            Assert.Equal([LanguageNames.CSharp], export.Languages);
            Assert.Equal(type.Name, export.Name);
        });

        Assert.All(Types<CodeRefactoringProvider>(), type =>
        {
            var export = type.GetCustomAttribute<ExportCodeRefactoringProviderAttribute>()!;
            Assert.Equal([LanguageNames.CSharp], export.Languages);
            Assert.Equal(type.Name, export.Name);
        });
    }

    [Fact]
    public async Task DapperExample_IsTrue() => await RefactoringTest.AssertRefactored<ConvertDapperCall>(
        "Turn into the [Query] method 'GetCityId'", Before(Block(0), "connection.", "id"), After(Block(1), "id"));

    [Fact]
    public async Task CommandExample_IsTrue() => await RefactoringTest.AssertRefactored<ConvertCommand>(
        "Turn into the [Query] method 'ListCity'", Before(Block(2), "command.Execute", "cities"), After(Block(3), "cities"));

    private static string Before(string[] code, string caret, string result)
    {
        string text = string.Join('\n', code.Select(line => "        " + line)).Replace(caret, "[||]" + caret, StringComparison.Ordinal);
        return Source(text, result, "");
    }

    private static string After(string[] code, string result)
    {
        int blank = Array.IndexOf(code, "");
        return Source("        " + string.Join('\n', code[..blank]), result, "\n\n" + string.Join('\n', code[(blank + 1)..].Select(line => "    " + line)));
    }

    private static string Source(string statements, string result, string added) => $$"""
        using System.Collections.Generic;
        using Dapper;
        using ResilientMySql;
        using ResilientMySql.Queries;

        public static partial class Cities
        {
            public static object? Find(ResilientMySqlConnection connection, string city, string name)
            {
        {{statements}}
                return {{result}};
            }{{added}}
        }

        public sealed record City(int CityId, string Name);
        """.ReplaceLineEndings("\n");

    private static string[] Block(int index)
    {
        int start = Page.Select((line, place) => (line, place)).Where(pair => pair.line == "```csharp").ElementAt(index).place + 1;
        return Page[start..Array.IndexOf(Page, "```", start)];
    }

    private static IEnumerable<string> Rows(string id) => Page.Where(line => line.StartsWith($"| [{id}](diagnostics/{id}.md) |", StringComparison.Ordinal));

    private static IEnumerable<Type> Types<T>() => typeof(MethodCodeFix).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type));

    private static T Create<T>(string name) => (T)Activator.CreateInstance(Types<T>().Single(type => type.Name == name))!;

    private static string Folder([CallerFilePath] string sourceFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(sourceFile)!, "..", "..", "docs"));
}

using ResilientMySql.CodeFixes.Fixes;

namespace ResilientMySql.CodeFixes.Tests.Fixes;

/// <summary>Fixes of the method's shape: RMS1xx.</summary>
public sealed class ShapeFixTests
{
    [Theory]
    [InlineData("public int GetCity() => 1;", "public partial int GetCity();", "Make 'GetCity' partial and remove its body")]
    [InlineData("public int GetCity()\n    {\n        return 1;\n    }", "public partial int GetCity();", "Make 'GetCity' partial and remove its body")]
    [InlineData("int GetCity() => 1;", "private partial int GetCity();", "Make 'GetCity' partial and remove its body")]
    [InlineData("static int GetCity(ResilientMySqlConnection source) => 1;", "private static partial int GetCity(ResilientMySqlConnection source);", "Make 'GetCity' partial and remove its body")]
    [InlineData("public async ValueTask<int> GetCity(CancellationToken stop) => await Task.FromResult(1);", "public partial ValueTask<int> GetCity(CancellationToken stop);", "Make 'GetCity' partial and remove its body")]
    [InlineData("public partial int GetCity() => 1;", "public partial int GetCity();", "Remove the body of 'GetCity'")]
    [InlineData("public int GetCity() => 1; // The first.", "public partial int GetCity(); // The first.", "Make 'GetCity' partial and remove its body")]
    public async Task MethodWithBody_BecomesPartial(string before, string after, string title)
    {
        const string attribute = """
                /// <summary>The city.</summary>
                [Query("SELECT 1")] // One.

            """;

        await FixTest.AssertFixed<MakeMethodPartial>("RMS101", title, $"{attribute}    {before}", $"{attribute}    {after}");
    }

    [Fact]
    public async Task MethodWithoutBody_BecomesPartialWithTheTypesAroundIt() => await FixTest.AssertFileFixed<MakeMethodPartial>(
        "RMS101", "Make 'GetCity' partial",
        """
        using ResilientMySql;
        using ResilientMySql.Queries;

        public class Shop
        {
            public interface ICities
            {
                ResilientMySqlDataSource Source { get; }

                [Query("SELECT 1")]
                int GetCity();
            }
        }
        """,
        """
        using ResilientMySql;
        using ResilientMySql.Queries;

        public partial class Shop
        {
            public partial interface ICities
            {
                ResilientMySqlDataSource Source { get; }

                [Query("SELECT 1")]
                public partial int GetCity();
            }
        }
        """);

    [Fact]
    public async Task AllMethods_BecomePartial() => await FixTest.AssertAllFixed<MakeMethodPartial>(
        "RMS101",
        """
            [Query("SELECT 1")]
            public int One() => 1;

            [Query("SELECT 2")]
            public int Two() { return 2; }
        """,
        """
            [Query("SELECT 1")]
            public partial int One();

            [Query("SELECT 2")]
            public partial int Two();
        """);

    [Theory]
    [InlineData("""[Query("SELECT 1")] public partial int GetCity(); public partial int GetCity() => 1;""")]
    [InlineData("""public int City { [Query("SELECT 1")] get; }""")]
    [InlineData("""public int Outer() { return GetCity(); [Query("SELECT 1")] static int GetCity() => 1; }""")]
    [InlineData("""interface IOne { int GetCity(); } class Inner : IOne { [Query("SELECT 1")] int IOne.GetCity() => 1; }""")]
    [InlineData("""abstract class Inner { [Query("SELECT 1")] public abstract int GetCity(); }""")]
    [InlineData("""interface IInner<out T> { [Query("SELECT 1")] int GetCity(); }""")]
    public async Task WhatCannotBePartial_IsLeft(string members) => await FixTest.AssertNotOffered<MakeMethodPartial>("RMS101", members);

    [Fact]
    public async Task Containers_BecomePartial() => await FixTest.AssertFixed<MakeContainersPartial>(
        "RMS102", "Make the types around 'GetCity' partial",
        """
            // The outer one.
            public class Outer
            {
                internal readonly record struct Inner(ResilientMySqlDataSource Source)
                {
                    [Query("SELECT 1")]
                    public partial int GetCity();
                }
            }
        """,
        """
            // The outer one.
            public partial class Outer
            {
                internal readonly partial record struct Inner(ResilientMySqlDataSource Source)
                {
                    [Query("SELECT 1")]
                    public partial int GetCity();
                }
            }
        """);

    [Fact]
    public async Task ContainerOfSeveralMethods_BecomesPartialOnce() => await FixTest.AssertAllFixed<MakeContainersPartial>(
        "RMS102",
        """
            public record Inner(ResilientMySqlDataSource Source)
            {
                [Query("SELECT 1")] public partial int One();
                [Query("SELECT 2")] public partial int Two();
            }
        """,
        """
            public partial record Inner(ResilientMySqlDataSource Source)
            {
                [Query("SELECT 1")] public partial int One();
                [Query("SELECT 2")] public partial int Two();
            }
        """);

    [Fact]
    public async Task VariantInterface_IsLeft() => await FixTest.AssertNotOffered<MakeContainersPartial>(
        "RMS102", """public interface IInner<out T> { ResilientMySqlDataSource Source { get; } [Query("SELECT 1")] public partial int GetCity(); }""");

    [Fact]
    public async Task HidingParameter_IsRenamedEverywhere() => await FixTest.AssertFixed<RenameHidingParameter>(
        "RMS107", "Rename the parameter to 'dataSourceValue'",
        """
            /// <param name="dataSource">The value.</param>
            [Query("SELECT @dataSource + @other + @DATASOURCE")]
            public partial int GetCity(int dataSource, int other);

            public int First() => GetCity(dataSource: 1, other: 2);
        """,
        """
            /// <param name="dataSourceValue">The value.</param>
            [Query("SELECT @dataSourceValue + @other + @dataSourceValue")]
            public partial int GetCity(int dataSourceValue, int other);

            public int First() => GetCity(dataSourceValue: 1, other: 2);
        """);

    [Fact]
    public async Task HidingParameterOfTextElsewhere_IsLeft() => await FixTest.AssertNotOffered<RenameHidingParameter>(
        "RMS107", """private const string Text = "SELECT @dataSource"; [Query(Text)] public partial int GetCity(int dataSource);""");
}

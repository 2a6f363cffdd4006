using ResilientMySql.Aot;
using ResilientMySql.Aot.Sections;

if (Environment.GetEnvironmentVariable("RESILIENTMYSQL_CONNECTION") is not { Length: > 0 } connectionString)
{
    await Console.Error.WriteLineAsync("aot: RESILIENTMYSQL_CONNECTION is to hold the connection string of a server with Sakila's cities");
    return 2;
}

ISection[] sections =
[
    new CompilationSection(), new SeamsSection(), new AdoNetSection(), new TypesSection(), new TransactionsSection(),
    new QueriesSection(), new ShapesSection(), new ArgumentsSection(), new ValuesSection(), new RecoverySection(), new ServicesSection(),
];

var report = new Report(Console.Out);
foreach (ISection section in sections)
    await report.RunAsync(section, connectionString);

// Once more past the driver.
foreach (ISection section in (ISection[])[new QueriesSection(), new ShapesSection(), new ArgumentsSection(), new ValuesSection()])
    await report.RunAsync(section, connectionString + ";Wire=Auto");

Console.WriteLine($"{report.Right} right, {report.Wrong} wrong");
return report.Wrong == 0 ? 0 : 1;

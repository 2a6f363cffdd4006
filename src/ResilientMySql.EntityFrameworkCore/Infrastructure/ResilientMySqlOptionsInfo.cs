using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ResilientMySql.EntityFrameworkCore.Infrastructure;

/// <summary>All contexts of this library can share their services: where connections come from is read from each context's options.</summary>
internal sealed class ResilientMySqlOptionsInfo(ResilientMySqlOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
{
    public override bool IsDatabaseProvider => false;

    public override string LogFragment => "ResilientMySql ";

    public override int GetServiceProviderHashCode() => 0;

    public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ResilientMySqlOptionsInfo;

    public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["ResilientMySql"] = "1";
}

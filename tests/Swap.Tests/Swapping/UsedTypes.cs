using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Swap.Tests.Swapping;

/// <summary>Which types of other assemblies a compiled one uses.</summary>
internal static class UsedTypes
{
    public static string[] Of(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }
}

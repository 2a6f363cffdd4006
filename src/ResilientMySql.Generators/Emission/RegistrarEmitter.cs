using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes the file that implements a method which registers query classes.</summary>
internal static class RegistrarEmitter
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.";
    private const string Provider = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.";

    public static string Emit(RegistrarModel registrar, IEnumerable<RegistrationModel> registrations)
    {
        var writer = new SourceWriter();
        FileHeader.Open(writer, registrar.Namespace, registrar.Containers);
        writer.Line(GeneratedCode.Attribute);
        if (registrar.IsMistaken)
        {
            writer.Line(registrar.Signature + " =>");
            writer.Continuation("throw new global::System.NotSupportedException(\"This method was built with errors: RMS110.\");");
        }
        else
        {
            WriteBody(writer, registrar, registrations);
        }

        FileHeader.Close(writer, registrar.Containers);
        return writer.ToString();
    }

    private static void WriteBody(SourceWriter writer, RegistrarModel registrar, IEnumerable<RegistrationModel> registrations)
    {
        writer.Open(registrar.Signature);
        foreach (RegistrationModel registration in registrations)
        {
            string method = Services + (registration.IsScoped ? "AddScoped" : "AddSingleton");
            writer.Line($"{method}<{registration.Type}>({registrar.Services});");
            foreach (string contract in registration.Interfaces)
                writer.Line($"{method}<{contract}>({registrar.Services}, static provider => {Provider}GetRequiredService<{registration.Type}>(provider));");
        }

        if (registrar.ReturnsServices)
            writer.Line($"return {registrar.Services};");

        writer.Close();
    }
}

using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Something with one of our attributes, which is perhaps a method that can be implemented.</summary>
internal sealed record AttributedMember(ISymbol Symbol, SyntaxNode Syntax, AttributeData Attribute, SemanticModel SemanticModel, StatementKind Kind);

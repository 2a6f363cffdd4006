namespace FilmRental.Shop;

/// <summary>A film of the catalogue; <paramref name="Rate"/> is what one rental costs.</summary>
public sealed record Film(string Title, decimal Rate, int InStock);

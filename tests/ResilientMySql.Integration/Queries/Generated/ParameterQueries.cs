using MySqlConnector;
using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>A method for every kind of parameter; each has an asynchronous sibling.</summary>
public sealed partial class ParameterQueries(ResilientMySqlDataSource dataSource)
{
    [Query("SELECT city FROM city WHERE city_id IN (@ids) ORDER BY city_id"), GenerateAsync]
    public partial List<string> ListNamed([MaxItems(100)] IReadOnlyList<int> ids);

    [Query("SELECT COUNT(*) FROM city WHERE city_id NOT IN @ids AND country_id IN (@countries)"), GenerateAsync]
    public partial long CountOthers([MaxItems(100)] IEnumerable<int> ids, [MaxItems(5)] params int[] countries);

    [Query("SELECT city_id FROM city WHERE city = @city"), GenerateAsync]
    public partial int? FindByCharacters(ReadOnlySpan<char> city);

    [Query("SELECT CAST(@bytes AS BINARY) AS bytes, CAST(@more AS BINARY) AS more"), GenerateAsync]
    public partial (byte[] Bytes, byte[]? More) EchoBytes(ReadOnlyMemory<byte> bytes, ReadOnlySpan<byte> more);

    [Execute("CREATE TABLE IF NOT EXISTS film_note (id INT PRIMARY KEY AUTO_INCREMENT, rating ENUM('G','PG','R') NULL, size TINYINT NOT NULL, settings JSON NULL, year YEAR NULL, home TEXT NOT NULL, letter CHAR(1) NULL)")]
    public partial void CreateNotes();

    [Execute("INSERT INTO film_note (rating, size, settings, year, home, letter) VALUES (@Rating, @Size, @Settings, @note.Year, @note.home, @Letter)"), LastInsertId, GenerateAsync]
    public partial long AddNote(FilmNote? note);

    [Execute("INSERT INTO film_note (rating, size, settings, year, home, letter) VALUES (@notes.Rating, @notes.Size, @notes.Settings, @notes.Year, @notes.Home, @notes.Letter)"), GenerateAsync]
    public partial int AddNotes(IReadOnlyList<FilmNote> notes);

    [Query("SELECT rating, size, settings, year, letter, home FROM film_note WHERE id = @id"), GenerateAsync]
    public partial FilmNote GetNote(long id);

    [Query("SELECT id FROM film_note WHERE rating IN (@ratings) ORDER BY id"), GenerateAsync]
    public partial long[] ListRated([MaxItems(10)] params Rating[] ratings);

    [Query("SELECT CAST(@counter := 5 AS SIGNED), CAST(@counter + @more AS SIGNED)"), UserVariable("counter"), GenerateAsync]
    public partial (long, long) CountUp(int more);

    [Execute("CREATE TABLE IF NOT EXISTS place (id INT PRIMARY KEY AUTO_INCREMENT, shape GEOMETRY NOT NULL)")]
    public partial void CreatePlaces();

    [Execute("INSERT INTO place (shape) VALUES (@shape)"), LastInsertId, GenerateAsync]
    public partial int AddPlace(MySqlGeometry shape);

    [Query("SELECT shape, ST_AsText(shape) AS text FROM place WHERE id = @id"), GenerateAsync]
    public partial (MySqlGeometry Shape, string Text) GetPlace(int id);

    [Procedure("add_up"), GenerateAsync]
    public partial List<long> AddUp(int a, int b);

    [Procedure("`divide up`")]
    public partial void Divide(int a, int b, out int quotient, out int? rest);

    [Procedure("`divide up`(@a, @b, OUT quotient, OUT remainder)"), GenerateAsync]
    public partial (int Quotient, int? Remainder) DivideUp(int a, int b);
}

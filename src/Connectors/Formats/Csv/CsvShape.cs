namespace Akka.Flink.Formats;

using System.Linq.Expressions;
using System.Reflection;
using System.Text;

/// <summary>The columns of a type, with compiled code that reads and writes them.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="Columns">The columns, in the order of the members.</param>
/// <param name="Read">Makes a record of a row.</param>
/// <param name="Write">Writes a record's columns.</param>
internal sealed record CsvShape<T>(IReadOnlyList<CsvColumn> Columns, Func<CsvRow, T> Read, Action<T, CsvOutput> Write)
{
    /// <summary>The shape of a type.</summary>
    /// <param name="options">How CSV looks.</param>
    /// <exception cref="JobException">A member is of a type that no column can hold, or the type cannot be made.</exception>
    public static CsvShape<T> Create(CsvOptions options)
    {
        var constructor = FindConstructor();
        var parameters = constructor?.GetParameters() ?? [];
        var ofConstructor = parameters.Select(parameter => PropertyOf(parameter)!).ToList();
        PropertyInfo[] members =
            [.. ofConstructor, .. Properties().Where(each => each.CanWrite && !ofConstructor.Contains(each) && each.SetMethod!.IsPublic)];
        if (members.Length == 0 || (constructor is null && !typeof(T).IsValueType))
            throw FormatErrors.NoCsv(typeof(T), "it has no constructor whose parameters are its properties, and no settable properties.");

        var row = Expression.Parameter(typeof(CsvRow));
        var value = Expression.Parameter(typeof(T));
        var output = Expression.Parameter(typeof(CsvOutput));
        var columns = new List<CsvColumn>();
        var reads = new List<Expression>();
        var writes = new List<Expression>();
        for (var i = 0; i < members.Length; i++)
        {
            var member = members[i];
            var isNullable = IsNullable(member);
            var converter = CsvConverters.Find(member.PropertyType, isNullable)
                ?? throw FormatErrors.NoColumn(typeof(T), member);
            var hasDefault = i < parameters.Length && parameters[i].HasDefaultValue;
            columns.Add(new CsvColumn(options.Naming.ConvertName(member.Name), isNullable || hasDefault));
            reads.Add(Expression.Call(typeof(CsvShape<T>), nameof(ReadColumn), [member.PropertyType], row, Expression.Constant(i),
                Expression.Constant(columns[i].Name), Converter(member, converter), Default(member, hasDefault ? parameters[i] : null)));
            writes.Add(Expression.Call(typeof(CsvShape<T>), nameof(WriteColumn), [member.PropertyType],
                Expression.Property(value, member), Converter(member, converter), output));
        }

        var create = constructor is null ? Expression.New(typeof(T)) : Expression.New(constructor, reads.Take(parameters.Length));
        var rest = members.Zip(reads).Skip(parameters.Length).Select(each => (MemberBinding)Expression.Bind(each.First, each.Second));
        return new CsvShape<T>(
            columns,
            Expression.Lambda<Func<CsvRow, T>>(Expression.MemberInit(create, rest), row).Compile(),
            Expression.Lambda<Action<T, CsvOutput>>(Expression.Block(writes), value, output).Compile());
    }

    private static PropertyInfo[] Properties() => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static PropertyInfo? PropertyOf(ParameterInfo parameter) => Array.Find(Properties(), property =>
        string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
        && property.PropertyType == parameter.ParameterType);

    private static ConstructorInfo? FindConstructor() => typeof(T).GetConstructors()
        .Where(each => Array.TrueForAll(each.GetParameters(), parameter => PropertyOf(parameter) is not null))
        .MaxBy(each => each.GetParameters().Length);

    private static bool IsNullable(PropertyInfo member) => member.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(member.PropertyType) is not null
        : new NullabilityInfoContext().Create(member).WriteState != NullabilityState.NotNull;

    private static Expression Converter(PropertyInfo member, object converter) =>
        Expression.Constant(converter, typeof(CsvConverter<>).MakeGenericType(member.PropertyType));

    private static Expression Default(PropertyInfo member, ParameterInfo? parameter) => parameter?.DefaultValue is { } value
        ? Expression.Convert(Expression.Constant(value), member.PropertyType)
        : Expression.Default(member.PropertyType);

    private static TMember ReadColumn<TMember>(
        CsvRow row, int column, string name, CsvConverter<TMember> converter, TMember missing)
    {
        if (!row.Has(column))
            return missing;

        var field = row.Field(column, out var isQuoted);
        try
        {
            return converter.Read(field, isQuoted);
        }
        catch (Exception cause) when (cause is FormatException or OverflowException)
        {
            throw FormatErrors.BadColumn(name, Encoding.UTF8.GetString(field), typeof(TMember), cause);
        }
    }

    private static void WriteColumn<TMember>(TMember value, CsvConverter<TMember> converter, CsvOutput output)
    {
        output.BeginColumn();
        converter.Write(value, output);
    }
}

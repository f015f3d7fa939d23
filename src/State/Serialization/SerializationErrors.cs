namespace Akka.Flink.State.Serialization;

/// <summary>Every way in which turning keys and values into bytes, or bytes into them, fails.</summary>
internal static class SerializationErrors
{
    public static StateException Truncated(int needed, int left) => new(ErrorDomain.Internal,
        $"Serialized data ends too early: {needed} bytes are due, {left} are left. " +
        "The data is damaged or was written under another schema: restore an older checkpoint, and report this with the node's log.");

    public static StateException Damaged(string found) => new(ErrorDomain.Internal,
        $"Serialized data is damaged: it holds {found}. Restore an older checkpoint, and report this with the node's log.");

    public static StateException NotAKey(Type key, string member, Type type, string reason, string advice) => new(ErrorDomain.Definition,
        $"Type '{TypeNames.Short(key)}' cannot be a key: " +
        $"{(member.Length == 0 ? "it" : $"its member '{member}' of type '{TypeNames.Short(type)}'")} {reason}. " + advice);

    public static StateException KeyOfSubtype(Type declared, Type actual) => new(ErrorDomain.Function,
        $"A key of type '{TypeNames.Full(actual)}' was found where '{TypeNames.Full(declared)}' is declared; its additional members " +
        "would be lost, and its equality is another one. Return the declared type from the key selector, and seal it.");

    public static StateException WrongCodec(Type key, Type codec) => new(ErrorDomain.Definition,
        $"'{TypeNames.Full(codec)}' cannot be the key codec of '{TypeNames.Full(key)}': it is not a struct that implements " +
        $"IKeyCodec<{TypeNames.Short(key)}>. Name such a struct in [KeyCodec(typeof(...))].");

    public static StateException CodecInUse(Type key) => new(ErrorDomain.Definition,
        $"A key codec of '{TypeNames.Full(key)}' was registered after another one was already in use. " +
        "Call KeyCodecs.Register once, before the first KeyBy of the program.");

    public static StateException UnknownEnumNumber(Type type, Int128 written) => new(ErrorDomain.Definition,
        $"A value of enum '{TypeNames.Full(type)}' was written as {written}, which had no name; the names have other numbers now, so " +
        "it means nothing. Give the enum its former numbers, or restore with the former program and write names only.");

    public static StateException NotSerializable(Type root, string member, Type type, string reason, string advice) => new(
        ErrorDomain.Definition,
        $"Type '{TypeNames.Short(root)}' cannot be serialized: " +
        $"{(member.Length == 0 ? "it" : $"its member '{member}' of type '{TypeNames.Short(type)}'")} {reason}. " + advice);

    public static StateException UnknownSubtype(Type declared, Type actual) => new(ErrorDomain.Definition,
        $"An object of type '{TypeNames.Full(actual)}' was found where '{TypeNames.Full(declared)}' is declared, and it is no known " +
        "subtype of that. Give it a name with [SerializedAs(\"...\")], or call " +
        $"TypeSerializers.RegisterSubtype<{TypeNames.Short(declared)}, {TypeNames.Short(actual)}>(\"...\") in every process.");

    public static StateException SerializerInUse(Type type) => new(ErrorDomain.Definition,
        $"A serializer or subtype of '{TypeNames.Full(type)}' was registered after its serializer was already in use. " +
        "Register at the start of the program, before the first state or stream of the type.");

    public static StateException WrongSerializer(Type type, Type serializer) => new(ErrorDomain.Definition,
        $"'{TypeNames.Full(serializer)}' cannot be the serializer of '{TypeNames.Full(type)}': it is not a class with a public " +
        $"constructor without parameters that implements ITypeSerializer<{TypeNames.Short(type)}>. " +
        "Name such a class in [TypeSerializer(typeof(...))].");

    public static StateException UnusualComparer(Type type, object comparer) => new(ErrorDomain.Function,
        $"A '{TypeNames.Short(type)}' with the comparer '{TypeNames.Full(comparer.GetType())}' cannot be serialized or copied: the " +
        "comparer would be lost, and the collection would compare in another way. " +
        "Use the default comparer, with elements or keys converted to the form that is compared.");

    public static StateException DuplicateSubtype(Type declared, string name, Type first, Type second) => new(ErrorDomain.Definition,
        $"'{TypeNames.Full(first)}' and '{TypeNames.Full(second)}', both subtypes of '{TypeNames.Full(declared)}', have the same name " +
        $"'{name}' in serialized data. Give one of them another name in [SerializedAs(\"...\")] or TypeSerializers.RegisterSubtype.");

    public static StateException UnreadableJson(Type type, Exception cause) => new(ErrorDomain.Definition,
        $"A '{TypeNames.Full(type)}' that was written as JSON cannot be read: {cause.Message} Restore with the program that wrote it, " +
        "and give the type a serializer with [TypeSerializer(typeof(...))] before its form changes.", cause);

    public static StateException SchemaChanged(string where, Schema written, Schema declared) => new(ErrorDomain.Definition,
        $"{where} was written as {written}; {declared} cannot read it. " +
        "Fields may be added and removed, renamed with [PreviousName], made nullable, and numbers widened. " +
        "Restore with the former type and convert, or give it a new name to start empty.");

    public static StateException NewerSchema(byte version, byte known) => new(ErrorDomain.Definition,
        $"A schema has format version {version}; this program reads versions up to {known}. " +
        "Restore with the newer version of Akka.Flink that wrote it.");
}

namespace Akka.Actor.Internal;

using System.Collections.Concurrent;
using Akka.Event;

/// <content>Extensions: one instance of each type for a system, made by whoever asks first.</content>
public partial class ActorSystemImpl
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = new();

    public override object RegisterExtension(IExtensionId extension)
    {
        if (extension is null)
            return null;

        return _extensions.GetOrAdd(extension.ExtensionType, _ => new Lazy<object>(() => extension.CreateExtension(this))).Value;
    }

    public override object GetExtension(IExtensionId extensionId) =>
        TryGetExtension(extensionId.ExtensionType, out var extension) ? extension : null;

    public override T GetExtension<T>() => TryGetExtension<T>(out var extension) ? extension : null;

    public override bool TryGetExtension(Type extensionType, out object extension)
    {
        var found = _extensions.TryGetValue(extensionType, out var lazy);
        extension = found ? lazy.Value : null;
        return found;
    }

    public override bool TryGetExtension<T>(out T extension)
    {
        var found = TryGetExtension(typeof(T), out var untyped);
        extension = (T)untyped;
        return found;
    }

    public override bool HasExtension(Type type) =>
        type is not null && typeof(IExtension).IsAssignableFrom(type) && _extensions.ContainsKey(type);

    public override bool HasExtension<T>() => _extensions.ContainsKey(typeof(T));

    private void LoadExtensions()
    {
        foreach (var typeName in _settings.Config.GetStringList("akka.extensions"))
        {
            var type = Type.GetType(typeName);
            if (type is null || !typeof(IExtensionId).IsAssignableFrom(type))
            {
                _log.Error("[{0}] in 'akka.extensions' is not an 'ExtensionId' that can be found, skipping...", typeName);
                continue;
            }

            try
            {
                RegisterExtension((IExtensionId)Activator.CreateInstance(type));
            }
            catch (Exception cause)
            {
                _log.Error(cause, "While trying to load extension [{0}], skipping...", typeName);
            }
        }
    }
}

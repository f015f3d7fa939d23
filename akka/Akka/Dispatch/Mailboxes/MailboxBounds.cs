namespace Akka.Dispatch;

using Akka.Configuration;

/// <summary>Reads and checks what bounds a mailbox.</summary>
internal static class MailboxBounds
{
    public static (int Capacity, TimeSpan PushTimeout) Read(Config config, string mailbox)
    {
        if (config.IsNullOrEmpty())
            throw ConfigurationException.NullOrEmptyConfig<MailboxType>();

        var capacity = config.GetInt("mailbox-capacity");
        var pushTimeout = config.GetTimeSpan("mailbox-push-timeout-time");
        if (capacity < 0)
        {
            throw new ArgumentException(
                $"The capacity for {mailbox} cannot be negative, but is {capacity}. Set 'mailbox-capacity' in the mailbox's section.",
                nameof(config));
        }

        if (pushTimeout.TotalSeconds < 0)
        {
            throw new ArgumentException(
                $"The push time-out for {mailbox} cannot be negative, but is {pushTimeout}. "
                + "Set 'mailbox-push-timeout-time' in the mailbox's section.",
                nameof(config));
        }

        return (capacity, pushTimeout);
    }
}

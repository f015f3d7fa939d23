namespace Akka.Flink.Operators;

/// <summary>Makes the ends of the channels of a subtask that runs in a task of its own.</summary>
internal interface IChannelMaker
{
    /// <summary>Makes the sending end of a channel.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="edge">The edge.</param>
    /// <param name="sender">The sending subtask, which is the one that is made.</param>
    /// <param name="receiver">The receiving subtask.</param>
    /// <returns>What takes the elements to be sent.</returns>
    IInput<T> CreateSender<T>(StreamEdge<T> edge, int sender, int receiver);

    /// <summary>Makes the receiving end of a channel.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="edge">The edge.</param>
    /// <param name="sender">The sending subtask.</param>
    /// <param name="receiver">The receiving subtask, which is the one that is made.</param>
    /// <param name="input">Where what is received goes.</param>
    void CreateReceiver<T>(StreamEdge<T> edge, int sender, int receiver, IInput<T> input);
}

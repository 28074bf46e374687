using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace Spancoder.Tests.Browser;

/// <summary>Talks to a browser over its DevTools protocol: calls with answers, and events.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _calls = new();
    private readonly CancellationTokenSource _end = new();
    private Task _listening = Task.CompletedTask;
    private int _lastCall;

    /// <summary>Session, method and parameters of each.</summary>
    public event Action<string, string, JsonElement>? Happened;

    public static async Task<DevTools> ConnectAsync(Uri address)
    {
        DevTools tools = new();
        await tools._socket.ConnectAsync(address, CancellationToken.None);
        tools._listening = tools.ListenAsync();
        return tools;
    }

    /// <param name="session">Null for the browser as a whole.</param>
    public async Task<JsonElement> CallAsync(string? session, string method, object? parameters = null)
    {
        var id = Interlocked.Increment(ref _lastCall);
        var answer = _calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Dictionary<string, object> message = new() { ["id"] = id, ["method"] = method, ["params"] = parameters ?? new { } };
        if (session is not null) message["sessionId"] = session;

        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }

        return await answer.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        _socket.Dispose();
        _sending.Dispose();
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (true)
            {
                using MemoryStream message = new();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);

                if (part.MessageType == WebSocketMessageType.Close) return;
                Take(JsonDocument.Parse(message.ToArray()).RootElement);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            foreach (var call in _calls.Values) call.TrySetCanceled();
        }
    }

    private void Take(JsonElement message)
    {
        if (!message.TryGetProperty("id", out var id))
        {
            Happened?.Invoke(message.TryGetProperty("sessionId", out var session) ? session.GetString() ?? "" : "", message.GetProperty("method").GetString() ?? "", message.GetProperty("params"));
        }
        else if (_calls.TryRemove(id.GetInt32(), out var call))
        {
            if (message.TryGetProperty("error", out var error)) call.SetException(new InvalidOperationException(error.ToString()));
            else call.SetResult(message.GetProperty("result"));
        }
    }
}

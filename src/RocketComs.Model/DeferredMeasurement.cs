namespace RocketComs;

/// <summary>A measurement that is made when somebody asks for it. Two are equal when what they measure is.</summary>
/// <param name="measure">Measures; called once.</param>
internal sealed class DeferredMeasurement(Func<RcSmsMeasurement?> measure) : IEquatable<DeferredMeasurement>
{
    private readonly Lazy<RcSmsMeasurement?> _measured = new(measure);

    public RcSmsMeasurement? Value => _measured.Value;

    public bool Equals(DeferredMeasurement? other) => other is not null && (ReferenceEquals(this, other) || Equals(Value, other.Value));

    public override bool Equals(object? obj) => Equals(obj as DeferredMeasurement);

    public override int GetHashCode() => Value?.GetHashCode() ?? 0;
}

namespace RocketComs.Benchmarks.Generation;

/// <summary>Makes the rows of one file, one after the other.</summary>
internal interface IRowMaker
{
    /// <summary>Adds a row, without its line end.</summary>
    /// <param name="index">Its place in the file, from 0; rows are asked for in order.</param>
    /// <param name="buffer">Where to.</param>
    void Add(long index, RowBuffer buffer);
}

#include "factsband.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int Gap = 14;
} // namespace

FactsBand::FactsBand(QWidget *parent)
    : Band(Token::BgSunken, Qt::TopEdge | Qt::BottomEdge, parent)
    , m_sentence(new TextLabel({}, TextStyle::Small, Token::TextSecondary, this))
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(12, 8, 12, 8);
    m_grid->setHorizontalSpacing(Gap);
    m_grid->setVerticalSpacing(6);
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    // As narrow as there is room: who shows it puts the facts into two rows then.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

FactsBand::Cell FactsBand::makeCell()
{
    Cell cell{new QWidget(this), nullptr, nullptr, nullptr};
    cell.label = new TextLabel({}, TextStyle::Tiny, Token::TextSecondary, cell.holder);
    cell.value = new TextLabel({}, TextStyle::Small, Token::TextPrimary, cell.holder);
    cell.value->setWeight(QFont::DemiBold);
    cell.tag = new Tag({}, TagTone::Good, cell.holder);
    cell.value->setMinimumHeight(cell.tag->sizeHint().height()); // alike with and without it
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(cell.value);
    row->addWidget(cell.tag);
    row->addStretch(1);
    auto *column = new QVBoxLayout(cell.holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addWidget(cell.label);
    column->addLayout(row);
    return cell;
}

void FactsBand::setFacts(const QList<Fact> &facts)
{
    m_sentence->hide();
    while (m_cells.size() < facts.size())
        m_cells.append(makeCell());
    QStringList spoken;
    for (qsizetype i = 0; i < m_cells.size(); ++i) {
        const Cell &cell = m_cells.at(i);
        const Fact fact = facts.value(i);
        cell.holder->setVisible(i < facts.size());
        cell.label->setText(fact.label);
        cell.value->setText(fact.value);
        cell.value->setAccessibleName(fact.spoken);
        cell.tag->setWord(fact.tag);
        cell.tag->setVisible(!fact.tag.isEmpty());
        if (i < facts.size())
            spoken += fact.label + u' ' + (fact.spoken.isEmpty() ? fact.value : fact.spoken);
        if (!fact.tag.isEmpty())
            spoken += fact.tag;
    }
    m_spoken = spoken.join(u", "_s);
    arrange();
}

void FactsBand::setSentence(const QString &sentence)
{
    for (const Cell &cell : std::as_const(m_cells))
        cell.holder->hide();
    m_sentence->setText(sentence);
    m_sentence->show();
    m_spoken = sentence;
    arrange();
}

bool FactsBand::needsTwoRows(int width) const
{
    const QMargins margins = m_grid->contentsMargins();
    int needed = margins.left() + margins.right() - Gap;
    for (const Cell &cell : m_cells) {
        if (!cell.holder->isHidden())
            needed += cell.holder->sizeHint().width() + Gap;
    }
    return needed > width;
}

void FactsBand::setTwoRows(bool two)
{
    if (two == m_twoRows)
        return;
    m_twoRows = two;
    arrange();
}

void FactsBand::arrange()
{
    QList<QWidget *> shown;
    for (const Cell &cell : std::as_const(m_cells)) {
        if (!cell.holder->isHidden())
            shown.append(cell.holder);
    }
    const int all = std::max(1, int(shown.size()));
    const int columns = m_twoRows ? (all + 1) / 2 : all;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    for (int i = 0; i < shown.size(); ++i)
        m_grid->addWidget(shown.at(i), i / columns, i % columns);
    if (!m_sentence->isHidden())
        m_grid->addWidget(m_sentence, 0, 0, 1, columns);
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

} // namespace keyway

#include "markdownview.h"

#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;
using Kind = keyway::MarkdownBlock::Kind;

namespace keyway {
namespace {

constexpr int TickMs = 83; ///< 12 times a second
constexpr qint64 SliceNs = 3'000'000; ///< of the GUI thread, for work that can wait
constexpr qsizetype PieceSize = 1024; ///< taken in between two looks at the time
constexpr int BlinkMs = 500;
constexpr qint64 BlinkForMs = 10'000;
constexpr int NearPixels = 400;

} // namespace

MarkdownView::MarkdownView(QWidget *parent)
    : PaintedWidget(QAccessible::Document, parent)
    , m_look(MarkdownLook::of(theme(), false))
{
    setFocusPolicy(Qt::ClickFocus);
    setMouseTracking(true);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_tick.setSingleShot(true);
    m_slice.setSingleShot(true);
    m_slice.setInterval(0);
    m_blink.setInterval(BlinkMs);
    connect(&m_tick, &QTimer::timeout, this, &MarkdownView::takeIn);
    connect(&m_slice, &QTimer::timeout, this, &MarkdownView::measure);
    connect(&m_blink, &QTimer::timeout, this, &MarkdownView::blink);
    connect(&theme(), &Theme::changed, this, &MarkdownView::applyTheme);
}

MarkdownView::~MarkdownView() = default;

void MarkdownView::clear()
{
    m_tick.stop();
    m_source.clear();
    m_splitter = {};
    m_takenIn = 0;
    m_finishing = false;
    m_live = false;
    m_blocks.clear();
    m_tops.clear();
    m_frozen = 0;
    m_measured = 0;
    m_anchor = m_cursor = {};
    qDeleteAll(m_copyButtons);
    m_copyButtons.clear();
}

void MarkdownView::setMarkdown(const QString &text)
{
    clear();
    m_plain = false;
    m_source = text;
    m_finishing = true;
    takeIn();
}

void MarkdownView::setPlainText(const QString &text)
{
    clear();
    m_plain = true;
    m_source = text;
    m_finishing = true;
    takeIn();
}

void MarkdownView::append(const QString &piece)
{
    m_source += piece;
    m_live = true;
    m_lastText.start();
    if (m_writing && !m_blink.isActive() && !theme().reducedMotion())
        m_blink.start();
    if (!m_tick.isActive()) {
        const qint64 since = m_lastTick.isValid() ? m_lastTick.elapsed() : TickMs;
        m_tick.start(int(std::max<qint64>(0, TickMs - since)));
    }
}

void MarkdownView::finish()
{
    m_finishing = true;
    setWriting(false);
    m_tick.start(0);
}

void MarkdownView::setWriting(bool writing)
{
    m_writing = writing;
    m_caretShown = true;
    if (writing && !theme().reducedMotion()) {
        m_lastText.start();
        m_blink.start();
    } else {
        m_blink.stop();
    }
    update();
}

void MarkdownView::setStruck(bool struck)
{
    if (m_struck != struck) {
        m_struck = struck;
        applyTheme();
    }
}

/// Gives the splitter what arrived, in small pieces until the slice of time is used up.
void MarkdownView::takeIn()
{
    QElapsedTimer timer;
    timer.start();
    m_lastTick.start();
    std::size_t index = m_frozen;
    const auto freeze = [&] {
        const auto finished = m_splitter.takeFinished();
        for (const MarkdownBlock &block : finished) {
            addBlock(block, index++);
            if (m_live)
                Q_EMIT blockFinished(m_blocks[index - 1]->plainText());
        }
    };
    while (m_takenIn < m_source.size() && timer.nsecsElapsed() < SliceNs) {
        if (m_plain) {
            const qsizetype newline = m_source.indexOf(u'\n', m_takenIn);
            const qsizetype end = newline < 0 ? m_source.size() : newline;
            const qsizetype length = std::min<qsizetype>(end - m_takenIn, 2 * PieceSize);
            MarkdownBlock line;
            line.kind = Kind::Plain;
            line.text = m_source.mid(m_takenIn, length);
            addBlock(line, index++);
            m_takenIn += length + (m_takenIn + length == newline ? 1 : 0);
        } else {
            m_splitter.append(m_source.mid(m_takenIn, PieceSize));
            m_takenIn = std::min(m_takenIn + PieceSize, m_source.size());
            freeze();
        }
    }
    const bool whole = m_takenIn == m_source.size();
    if (whole && m_finishing && !m_plain) {
        m_splitter.finish();
        freeze();
    }
    m_frozen = index;
    if (whole)
        showOpen(m_splitter.open());
    else
        m_tick.start(0);
    measure();
}

void MarkdownView::addBlock(const MarkdownBlock &block, std::size_t index)
{
    m_measured = std::min(m_measured, index);
    // What was open until now may be laid out already.
    if (index < m_blocks.size() && m_blocks[index]->block().kind == block.kind)
        m_blocks[index]->setBlock(block, m_look);
    else if (index < m_blocks.size())
        m_blocks[index] = std::make_unique<BlockLayout>(block, m_look);
    else
        m_blocks.push_back(std::make_unique<BlockLayout>(block, m_look));
}

void MarkdownView::showOpen(const QList<MarkdownBlock> &open)
{
    const std::size_t size = m_frozen + std::size_t(open.size());
    if (m_blocks.size() > size)
        m_blocks.resize(size);
    for (qsizetype i = 0; i < open.size(); ++i)
        addBlock(open.at(i), m_frozen + std::size_t(i));
}

/// Lays out what is visible at once, and the rest as far as the slice of time goes.
void MarkdownView::measure()
{
    const qreal width = this->width();
    QElapsedTimer timer;
    timer.start();
    m_tops.resize(m_blocks.size());
    const QRect visible = visibleRegion().boundingRect();
    bool all = true;
    // Everything above is in its place already.
    m_measured = std::min(m_measured, m_blocks.size());
    const std::size_t first = m_measured;
    const BlockLayout *above = first > 0 ? m_blocks[first - 1].get() : nullptr;
    qreal y = above ? m_tops[first - 1] + above->height() : 0;
    for (std::size_t i = first; i < m_blocks.size(); ++i) {
        BlockLayout &block = *m_blocks[i];
        y += block.gapAbove(above);
        m_tops[i] = y;
        const bool inTime = timer.nsecsElapsed() < SliceNs;
        const bool seen = y < visible.bottom() + 40
            && y + block.estimate(width, m_look) > visible.top() - 40 && !visible.isEmpty();
        if (inTime || (seen && timer.nsecsElapsed() < 2 * SliceNs))
            block.layOut(width, m_look);
        else if (!block.isLaidOut())
            all = false;
        if (all)
            m_measured = i + 1;
        y += block.isLaidOut() ? block.height() : block.estimate(width, m_look);
        above = &block;
    }
    m_wanted = std::ceil(y);
    if (!all)
        m_slice.start();
    const int wanted = std::max(int(m_wanted), int(m_look.lineHeight));
    if (height() != wanted || minimumHeight() != wanted)
        setFixedHeight(wanted);
    placeCopyButtons();
    update();
}

/// Only fences that are seen, or nearly, have a button.
void MarkdownView::placeCopyButtons()
{
    const QRect near = visibleRegion().boundingRect().adjusted(0, -NearPixels, 0, NearPixels);
    QHash<int, QToolButton *> kept;
    for (std::size_t i = m_tops.empty() ? 0 : blockAt(near.top());
         i < m_tops.size() && m_tops[i] < near.bottom(); ++i) {
        if (m_blocks[i]->block().kind != Kind::Fence)
            continue;
        QToolButton *button = m_copyButtons.take(int(i));
        if (!button)
            button = makeCopyButton(i);
        button->resize(button->sizeHint());
        button->move(width() - button->width() - 2, int(m_tops[i]) + 1);
        kept.insert(int(i), button);
    }
    for (QToolButton *button : std::as_const(m_copyButtons)) {
        button->hide();
        button->deleteLater();
    }
    m_copyButtons = kept;
}

QToolButton *MarkdownView::makeCopyButton(std::size_t block)
{
    auto *button = new QToolButton(this);
    button->setIcon(theme().icon(u"copy"_s));
    button->setAccessibleName(tr("Copy this code"));
    button->setToolTip(tr("Copy this code"));
    button->setCursor(Qt::ArrowCursor);
    setKind(button, ButtonKind::Ghost);
    setCompact(button);
    connect(button, &QToolButton::clicked, this, [this, block] {
        if (block < m_blocks.size())
            QGuiApplication::clipboard()->setText(m_blocks[block]->block().text);
    });
    button->show();
    return button;
}

void MarkdownView::applyTheme()
{
    m_look = MarkdownLook::of(theme(), m_struck);
    for (const auto &block : m_blocks)
        block->setLook(m_look);
    m_measured = 0;
    for (QToolButton *button : std::as_const(m_copyButtons))
        button->setIcon(theme().icon(u"copy"_s));
    measure();
}

void MarkdownView::blink()
{
    if (m_lastText.elapsed() > BlinkForMs) {
        m_blink.stop();
        m_caretShown = true;
    } else {
        m_caretShown = !m_caretShown;
    }
    if (!m_blocks.empty()) {
        const int top = int(m_tops.back());
        update(0, top, width(), height() - top);
    }
}

std::size_t MarkdownView::blockAt(qreal y) const
{
    const auto below = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    return below == m_tops.begin() ? 0 : std::size_t(below - m_tops.begin()) - 1;
}

void MarkdownView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const QRectF clip = event->rect();
    const auto [from, to] = std::minmax(m_anchor, m_cursor);
    for (std::size_t i = m_tops.empty() ? 0 : blockAt(clip.top()); i < m_tops.size(); ++i) {
        if (m_tops[i] > clip.bottom())
            break;
        BlockLayout &block = *m_blocks[i];
        if (!block.isLaidOut()) {
            // Scrolled to before it was measured.
            m_slice.start();
            continue;
        }
        const int index = int(i);
        const BlockPosition start = index < from.block ? BlockPosition{}
            : index == from.block                      ? from.at
                                                       : BlockPosition{};
        BlockPosition end = index < to.block ? block.end() : to.at;
        if (index < from.block || index > to.block)
            end = start;
        if (block.block().kind == Kind::Fence && !m_copyButtons.contains(index))
            m_slice.start();
        painter.save();
        painter.translate(0, m_tops[i]);
        block.paint(painter, clip.translated(0, -m_tops[i]), m_look, start, end);
        painter.restore();
    }
    if (m_writing && m_caretShown) {
        QRectF caret(0, 2, 7, m_look.lineHeight - 5);
        if (!m_blocks.empty() && m_blocks.back()->isLaidOut() && m_tops.size() == m_blocks.size())
            caret = m_blocks.back()->caret(m_look).translated(0, m_tops.back());
        painter.fillRect(caret, theme().color(Token::AccentFill));
    }
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    PaintedWidget::resizeEvent(event);
    if (event->oldSize().width() != width()) {
        for (const auto &block : m_blocks)
            block->invalidate();
        m_measured = 0;
        measure();
    }
}

void MarkdownView::changeEvent(QEvent *event)
{
    PaintedWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        applyTheme();
}

QSize MarkdownView::sizeHint() const
{
    return {200, std::max(int(m_wanted), int(m_look.lineHeight))};
}

QString MarkdownView::spokenText() const
{
    return m_plain ? m_source : QString();
}

QString MarkdownView::plainText() const
{
    QStringList texts;
    for (const auto &block : m_blocks)
        texts.append(block->plainText());
    return texts.join(u'\n');
}

QStringList MarkdownView::links() const
{
    QStringList links;
    for (const auto &block : m_blocks) {
        const QStringList inside = block->links();
        for (const QString &link : inside) {
            if (!links.contains(link))
                links.append(link);
        }
    }
    return links;
}

QList<MarkdownBlock> MarkdownView::blocks() const
{
    QList<MarkdownBlock> blocks;
    for (const auto &block : m_blocks)
        blocks.append(block->block());
    return blocks;
}

bool MarkdownView::isSettled() const
{
    return m_takenIn == m_source.size() && !m_tick.isActive() && !m_slice.isActive();
}

} // namespace keyway

#pragma once

#include "ui/desktop/prompts/blocklayout.h"
#include "ui/widgets/paintedwidget.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QHash>
#include <QtCore/QTimer>

#include <memory>
#include <vector>

class QToolButton;

namespace keyway {

/// Shows Markdown while it arrives. Finished blocks are laid out once; only the open end is made
/// anew, at most 12 times a second, and never for longer than a few milliseconds at a time, however
/// much arrived. Its height follows its width. Text is selectable as a whole; nothing is ever
/// fetched.
class MarkdownView : public PaintedWidget {
    Q_OBJECT
public:
    explicit MarkdownView(QWidget *parent = nullptr);
    ~MarkdownView() override;

    /// The whole text at once, as Markdown or as it is.
    void setMarkdown(const QString &text);
    void setPlainText(const QString &text);
    void append(const QString &piece);
    /// Nothing more comes.
    void finish();
    /// Shows the caret.
    void setWriting(bool writing);
    /// Text that broke off and does not hold any more.
    void setStruck(bool struck);
    bool isStruck() const { return m_struck; }

    QString markdown() const { return m_source; }
    QString plainText() const;
    QString selectedText() const;
    void selectAll();
    void clearSelection();
    QStringList links() const;
    /// The blocks as they stand, for tests.
    QList<MarkdownBlock> blocks() const;
    /// Whether everything that arrived is shown and measured.
    bool isSettled() const;

    QString spokenText() const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    /// The user chose a link; nothing was opened.
    void linkChosen(const QString &address, const QPoint &globalPosition);
    /// A block of the growing answer is finished, for screen readers.
    void blockFinished(const QString &plainText);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Place {
        int block = 0;
        BlockPosition at;
        friend auto operator<=>(const Place &, const Place &) = default;
    };
    void clear();
    void takeIn();
    void showOpen(const QList<MarkdownBlock> &open);
    void addBlock(const MarkdownBlock &block, std::size_t index);
    void measure();
    void placeCopyButtons();
    QToolButton *makeCopyButton(std::size_t block);
    void applyTheme();
    void blink();
    Place hit(const QPoint &point);
    QString linkAt(const QPoint &point);
    std::size_t blockAt(qreal y) const;
    Place endPlace() const;
    void copySelection() const;

    MarkdownLook m_look;
    MarkdownSplitter m_splitter;
    QString m_source; ///< all of it
    qsizetype m_takenIn = 0; ///< how much of it the splitter has
    bool m_finishing = false;
    bool m_plain = false;
    bool m_struck = false;
    bool m_live = false; ///< grew by append()
    std::vector<std::unique_ptr<BlockLayout>> m_blocks;
    std::vector<qreal> m_tops;
    std::size_t m_frozen = 0; ///< blocks that do not change any more
    std::size_t m_measured = 0; ///< blocks that are laid out and in their place
    qreal m_wanted = 0;
    QTimer m_tick; ///< the next look at what arrived
    QTimer m_slice; ///< the rest of a long measuring
    QElapsedTimer m_lastTick;
    QTimer m_blink;
    QElapsedTimer m_lastText;
    bool m_writing = false;
    bool m_caretShown = true;
    Place m_anchor, m_cursor;
    bool m_selecting = false;
    QString m_pressedLink;
    QHash<int, QToolButton *> m_copyButtons; ///< by block
};

} // namespace keyway

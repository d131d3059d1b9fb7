#include "keyfield.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/spinner.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int Padding = 10;
constexpr QChar Bullet(0x2022);
/// As in Secret::tail(): shorter keys show nothing of their end.
constexpr qsizetype ShowsTailFrom = 12;
constexpr qsizetype MostBullets = 26;
} // namespace

KeyEdit::KeyEdit(Kind kind, QWidget *parent)
    : PaintedWidget(QAccessible::EditableText, parent)
    , m_kind(kind)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText
                        | Qt::ImhNoAutoUppercase);
    setAcceptDrops(false);
    edited();
}

void KeyEdit::setPrefix(const QString &prefix)
{
    m_prefix = prefix;
    update();
}

void KeyEdit::setRevealed(bool revealed)
{
    m_revealed = revealed;
    update();
}

void KeyEdit::setErrorState(bool wrong)
{
    m_wrong = wrong;
    update();
}

void KeyEdit::setRightRoom(int pixels)
{
    m_rightRoom = pixels;
    update();
}

QSize KeyEdit::sizeHint() const
{
    const QFontMetrics metrics(theme().font(TextStyle::Body));
    return {240, std::max(30, metrics.height() + 12)};
}

void KeyEdit::paste()
{
    insertText(QGuiApplication::clipboard()->text());
}

void KeyEdit::clear()
{
    m_buffer.clear();
    m_cursor = 0;
    m_allSelected = false;
    edited();
}

void KeyEdit::insertText(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    if (m_kind == Kind::Key)
        bytes = cleanedKey(std::move(bytes));
    if (bytes.isEmpty())
        return;
    if (m_allSelected) {
        m_buffer.clear();
        m_cursor = 0;
        m_allSelected = false;
    }
    m_cursor = m_buffer.insert(m_cursor, bytes);
    wipe(bytes);
    edited();
}

void KeyEdit::removeSelectionOr(qsizetype from, qsizetype to)
{
    if (m_allSelected) {
        m_buffer.clear();
        m_cursor = 0;
        m_allSelected = false;
    } else {
        m_buffer.remove(from, to);
        m_cursor = from;
    }
    edited();
}

void KeyEdit::edited()
{
    setAccessibleDescription(tr("%n character(s)", nullptr, static_cast<int>(m_buffer.length())));
    update();
    Q_EMIT changed();
}

QString KeyEdit::shown() const
{
    // Made for one paint and dropped; only the eye turns the characters into text.
    const QString all = QString::fromUtf8(m_buffer.view());
    if (m_revealed)
        return all;
    if (m_kind == Kind::Password || all.size() < ShowsTailFrom)
        return QString(std::min(all.size(), 2 * MostBullets), Bullet);
    const QString start
        = !m_prefix.isEmpty() && all.startsWith(m_prefix) && all.size() > m_prefix.size() + 8
        ? m_prefix
        : QString();
    // As many bullets as there is room for, so that start and end are both in sight.
    const QFontMetrics metrics(theme().font(TextStyle::Mono));
    const int room
        = width() - 2 * Padding - m_rightRoom - metrics.horizontalAdvance(start + all.last(4)) - 4;
    const qsizetype fitting = std::max(4, room / std::max(1, metrics.horizontalAdvance(Bullet)));
    const qsizetype hidden = std::min({all.size() - start.size() - 4, MostBullets, fitting});
    return start + QString(hidden, Bullet) + all.last(4);
}

void KeyEdit::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF box = rect();
    const bool enabled = isEnabled();
    const Token edge = !enabled ? Token::BorderDefault
        : hasFocus()            ? Token::FocusRing
        : m_wrong               ? Token::StatusDownMark
                                : Token::BorderStrong;
    paint::box(painter, box, 6, theme().color(enabled ? Token::BgSurface : Token::BgSunken),
               theme().color(edge), hasFocus() || m_wrong ? 2 : 1);
    const QFont font = theme().font(TextStyle::Mono);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const QRectF inner = box.adjusted(Padding, 0, -Padding - m_rightRoom, 0);
    painter.setClipRect(inner.adjusted(-1, 0, 1, 0));
    const QString text = shown();
    // A key that does not fit shows its end, where the cursor usually is.
    const qreal width = metrics.horizontalAdvance(text);
    const qreal shift = m_cursor == 0 ? 0 : std::max(0.0, width + 2 - inner.width());
    const QRectF words(inner.left() - shift, inner.top(), width + 4, inner.height());
    if (m_allSelected && !m_buffer.isEmpty())
        painter.fillRect(
            QRectF(words.left(), box.center().y() - metrics.height() / 2, width, metrics.height()),
            theme().color(Token::BgSelected));
    painter.setPen(theme().color(enabled ? Token::TextPrimary : Token::TextDisabled));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text);
    if (hasFocus() && !m_allSelected) {
        // Hidden characters have no places of their own: the cursor stands at the start, the end,
        // or as far along as it is inside the key.
        qreal x = words.left();
        if (m_revealed)
            x += metrics.horizontalAdvance(QString::fromUtf8(m_buffer.view().first(m_cursor)));
        else if (m_buffer.size() > 0)
            x += width * static_cast<qreal>(m_cursor) / static_cast<qreal>(m_buffer.size());
        painter.fillRect(QRectF(x, box.center().y() - metrics.height() / 2, 1, metrics.height()),
                         theme().color(Token::TextPrimary));
    }
}

void KeyEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_allSelected = !m_buffer.isEmpty();
        update();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT returnPressed();
        event->ignore();
    } else if (event->key() == Qt::Key_Backspace) {
        removeSelectionOr(m_buffer.before(m_cursor), m_cursor);
    } else if (event->key() == Qt::Key_Delete) {
        const qsizetype from = m_cursor;
        removeSelectionOr(from, m_buffer.after(from));
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right
               || event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        m_allSelected = false;
        if (event->key() == Qt::Key_Left && !(event->modifiers() & Qt::AltModifier))
            m_cursor = m_buffer.before(m_cursor);
        else if (event->key() == Qt::Key_Right)
            m_cursor = m_buffer.after(m_cursor);
        else if (event->key() == Qt::Key_Home)
            m_cursor = 0;
        else if (event->key() == Qt::Key_End)
            m_cursor = m_buffer.size();
        update();
        if (event->modifiers() & Qt::AltModifier)
            event->ignore();
    } else {
        const QString text = event->text();
        const bool types = !text.isEmpty() && text.at(0).isPrint()
            && !(event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier));
        if (types)
            insertText(text);
        else
            event->ignore();
    }
}

bool KeyEdit::event(QEvent *event)
{
    // While it is typed in, the field's own keys are not shortcuts of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Paste) || key->matches(QKeySequence::SelectAll)
            || key->key() == Qt::Key_Delete || key->key() == Qt::Key_Home
            || key->key() == Qt::Key_End) {
            event->accept();
            return true;
        }
    }
    return PaintedWidget::event(event);
}

void KeyEdit::inputMethodEvent(QInputMethodEvent *event)
{
    if (!event->commitString().isEmpty())
        insertText(event->commitString());
    event->accept();
}

QVariant KeyEdit::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return true;
    case Qt::ImHints:
        return static_cast<int>(inputMethodHints());
    case Qt::ImSurroundingText:
    case Qt::ImCurrentSelection:
    case Qt::ImTextBeforeCursor:
    case Qt::ImTextAfterCursor:
        return QString();
    default:
        return PaintedWidget::inputMethodQuery(query);
    }
}

void KeyEdit::mousePressEvent(QMouseEvent *event)
{
    m_allSelected = false;
    m_cursor = m_buffer.size();
    update();
    PaintedWidget::mousePressEvent(event);
}

void KeyEdit::focusInEvent(QFocusEvent *event)
{
    PaintedWidget::focusInEvent(event);
    update();
}

void KeyEdit::focusOutEvent(QFocusEvent *event)
{
    PaintedWidget::focusOutEvent(event);
    update();
    Q_EMIT focusLeft();
}

KeyField::KeyField(KeyEdit::Kind kind, const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_edit(new KeyEdit(kind, this))
    , m_eye(new QToolButton(m_edit))
    , m_spinner(new Spinner(16, m_edit))
{
    auto *row = new QHBoxLayout(this);
    // Room for the focus ring of the Paste button.
    row->setContentsMargins(0, 3, 3, 3);
    row->setSpacing(6);
    row->addWidget(m_edit, 1);
    m_eye->setIcon(themeOf(this).icon(u"eye-off"_s));
    m_eye->setCheckable(true);
    m_eye->setCursor(Qt::ArrowCursor);
    m_spinner->hide();
    connect(m_eye, &QToolButton::toggled, this, [this](bool on) {
        m_edit->setRevealed(on);
        m_eye->setIcon(themeOf(this).icon(on ? u"eye"_s : u"eye-off"_s));
    });
    connect(m_eye, &QToolButton::pressed, this, [this] {
        m_held.start();
        m_edit->setRevealed(true);
    });
    connect(m_eye, &QToolButton::released, this, [this] {
        // Held: only as long as that. A short click keeps it until the focus leaves.
        if (m_held.isValid() && m_held.elapsed() > 400 && m_eye->isChecked())
            QMetaObject::invokeMethod(
                m_eye, [this] { m_eye->setChecked(false); }, Qt::QueuedConnection);
        m_edit->setRevealed(m_eye->isChecked());
    });
    connect(m_edit, &KeyEdit::focusLeft, this, [this] {
        if (!m_eye->hasFocus())
            m_eye->setChecked(false);
    });
    connect(m_edit, &KeyEdit::changed, this, &KeyField::changed);
    connect(m_edit, &KeyEdit::returnPressed, this, &KeyField::returnPressed);
    if (kind == KeyEdit::Kind::Key) {
        m_paste = new QPushButton(tr("Paste"), this);
        m_paste->setIcon(themeOf(this).icon(u"copy"_s));
        m_paste->setAutoDefault(false);
        row->addWidget(m_paste);
        connect(m_paste, &QPushButton::clicked, this, [this] {
            m_edit->clear();
            m_edit->paste();
            m_edit->setFocus(Qt::OtherFocusReason);
            if (!m_edit->buffer().isEmpty())
                Q_EMIT pasted();
        });
    }
    m_edit->installEventFilter(this);
    m_eye->installEventFilter(this);
    setFocusProxy(m_edit);
    setWhat(what);
    placeEye();
}

KeyField::~KeyField()
{
    // QWidget takes the focus from the edit when it is destroyed, and this is no KeyField by then.
    m_edit->disconnect(this);
}

void KeyField::setWhat(const QString &what)
{
    m_edit->setAccessibleName(what);
    m_eye->setAccessibleName(tr("Show the key"));
    m_eye->setToolTip(tr("Show the key"));
    if (m_paste)
        m_paste->setAccessibleName(tr("Paste the key"));
}

void KeyField::setBusy(bool busy, const QString &what)
{
    m_spinner->setAccessibleName(busy ? what : QString());
    m_spinner->setVisible(busy);
    busy ? m_spinner->start() : m_spinner->stop();
    placeEye();
}

bool KeyField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::Resize)
        placeEye();
    else if (watched == m_eye && event->type() == QEvent::FocusOut)
        m_eye->setChecked(false);
    return QWidget::eventFilter(watched, event);
}

void KeyField::placeEye()
{
    const QSize size = m_eye->sizeHint().boundedTo(
        QSize(m_eye->sizeHint().width(), m_edit->height() - 2)); // inside the field's frame
    const int right = m_edit->width() - size.width() - 1;
    m_eye->setGeometry(right, (m_edit->height() - size.height()) / 2, size.width(), size.height());
    m_spinner->move(right - 18, (m_edit->height() - 16) / 2);
    m_edit->setRightRoom(size.width() + (m_spinner->isVisibleTo(m_edit) ? 20 : 0));
}

} // namespace keyway
